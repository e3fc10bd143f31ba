package dev.countersign.policy;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What one clause wants of one fact, as it was understood; the only thing that is ever written into a decision table. */
sealed interface Cell {

    /** Whether a fact of that value will do. */
    boolean accepts(String value);

    /** How a table writes it, if it writes each value like this. */
    String written(UnaryOperator<String> value);

    /** How people write it. */
    default String written() {
        return written(UnaryOperator.identity());
    }

    /** Any value will do. */
    record Any() implements Cell {
        @Override
        public boolean accepts(String value) {
            return true;
        }

        @Override
        public String written(UnaryOperator<String> value) {
            return "";
        }
    }

    /** One of these. */
    record Either(List<Wish> wishes) implements Cell {
        public Either {
            wishes = List.copyOf(wishes);
        }

        @Override
        public boolean accepts(String value) {
            return wishes.stream().anyMatch(wish -> wish.accepts(value));
        }

        @Override
        public String written(UnaryOperator<String> value) {
            return list(wishes, value);
        }
    }

    /** None of these. */
    record Neither(List<Wish> wishes) implements Cell {
        public Neither {
            wishes = List.copyOf(wishes);
        }

        @Override
        public boolean accepts(String value) {
            return wishes.stream().noneMatch(wish -> wish.accepts(value));
        }

        @Override
        public String written(UnaryOperator<String> value) {
            return "not(" + list(wishes, value) + ")";
        }
    }

    /** One element of a list. */
    sealed interface Wish {
        boolean accepts(String value);

        String written(UnaryOperator<String> value);
    }

    /** This value. */
    record Exactly(String wanted) implements Wish {
        @Override
        public boolean accepts(String value) {
            return wanted.equals(value);
        }

        @Override
        public String written(UnaryOperator<String> value) {
            return value.apply(wanted);
        }
    }

    /** A number on that side of another one. */
    record Compared(Side side, int than) implements Wish {
        @Override
        public boolean accepts(String value) {
            int number = Integer.parseInt(value);
            return switch (side) {
                case BELOW -> number < than;
                case UP_TO -> number <= than;
                case ABOVE -> number > than;
                case FROM -> number >= than;
            };
        }

        @Override
        public String written(UnaryOperator<String> value) {
            return side.sign() + " " + than;
        }
    }

    /** A number between two others, both included. */
    record Between(int from, int to) implements Wish {
        @Override
        public boolean accepts(String value) {
            int number = Integer.parseInt(value);
            return from <= number && number <= to;
        }

        @Override
        public String written(UnaryOperator<String> value) {
            return "[%d..%d]".formatted(from, to);
        }
    }

    /** The four comparisons. */
    enum Side {
        BELOW("<"),
        UP_TO("<="),
        ABOVE(">"),
        FROM(">=");

        private final String sign;

        Side(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    private static String list(List<Wish> wishes, UnaryOperator<String> value) {
        return wishes.stream().map(wish -> wish.written(value)).collect(Collectors.joining(", "));
    }
}
