package dev.countersign.policy;

import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Pattern;

/** Reads what a clause asks for: whole numbers, yes or no, and the names of checks. */
final class DemandParser {

    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,4}");
    private static final Pattern CHECKS = Pattern.compile("[a-z, -]{0,400}");

    private final Collection<String> checks;

    DemandParser(Collection<String> checks) {
        this.checks = checks;
    }

    /** The canonical writing; empty if it is not understood. */
    Optional<String> read(Demand demand, String typed) {
        return switch (demand.type()) {
            case NUMBER -> number(demand, typed.strip());
            case FLAG -> flag(typed.strip());
            case WORD -> checks(typed);
        };
    }

    String wayOut(Demand demand) {
        return switch (demand.type()) {
            case NUMBER -> "Write a whole number from 0 to %d.".formatted(demand.most());
            case FLAG -> "Write true or false.";
            case WORD ->
                "Write all, or ids of checks with commas between them: %s.".formatted(String.join(", ", checks));
        };
    }

    private static Optional<String> number(Demand demand, String typed) {
        String told = isNothing(typed) ? "0" : typed;
        return Optional.of(told)
                .filter(digits -> NUMBER.matcher(digits).matches())
                .filter(digits -> Integer.parseInt(digits) <= demand.most());
    }

    private static Optional<String> flag(String typed) {
        return Optional.of(isNothing(typed) ? "false" : typed)
                .filter(word -> word.equals("true") || word.equals("false"));
    }

    private Optional<String> checks(String typed) {
        if (!CHECKS.matcher(typed).matches()) {
            return Optional.empty();
        }
        return switch (BlockingChecks.of(isNothing(typed.strip()) ? "" : typed)) {
            case BlockingChecks.Every _ -> Optional.of(BlockingChecks.ALL);
            case BlockingChecks.Only(SortedSet<String> named) ->
                checks.containsAll(named) ? Optional.of(String.join(",", named)) : Optional.empty();
        };
    }

    private static boolean isNothing(String typed) {
        return typed.isEmpty() || typed.equals("-");
    }
}
