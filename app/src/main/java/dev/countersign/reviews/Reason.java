package dev.countersign.reviews;

import java.util.List;

/** One thing that speaks for or against asking somebody for a review, in words that say nothing of their worth. */
public sealed interface Reason {

    String words();

    /** They answer for systems that the change touches. */
    record Owns(List<String> systems) implements Reason {
        @Override
        public String words() {
            return "owns " + String.join(", ", systems);
        }
    }

    /** They wrote or reviewed changes of such systems lately. */
    record Knows(List<String> systems) implements Reason {
        @Override
        public String words() {
            return "knows " + String.join(", ", systems);
        }
    }

    /** They own another system of the department. */
    record Near(String department) implements Reason {
        @Override
        public String words() {
            return "owns another system of " + department;
        }
    }

    /** How many reviews they are at work on. */
    record Holds(int claims) implements Reason {
        @Override
        public String words() {
            return switch (claims) {
                case 0 -> "has nothing claimed";
                case 1 -> "has 1 review claimed";
                default -> "has %d reviews claimed".formatted(claims);
            };
        }
    }

    /** How many reviews they are asked for besides. */
    record Asked(int reviews) implements Reason {
        @Override
        public String words() {
            return "is asked for %d more".formatted(reviews);
        }
    }

    /** How many changes they decided within a week. */
    record Decided(int verdicts) implements Reason {
        @Override
        public String words() {
            return "decided %d this week".formatted(verdicts);
        }
    }

    /** They would have to declare a tie. */
    record Tied(Relation relation) implements Reason {
        @Override
        public String words() {
            return "would declare a tie: " + relation.fact();
        }
    }
}
