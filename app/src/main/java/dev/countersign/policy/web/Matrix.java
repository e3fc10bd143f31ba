package dev.countersign.policy.web;

import dev.countersign.moments.LengthWords;
import dev.countersign.policy.Demand;
import dev.countersign.policy.Fact;
import dev.countersign.policy.TypedRule;
import dev.countersign.policy.TypedTable;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A decision table for reading: a row for each situation, a column for each demand that some situation makes.
 *
 * @param always what is demanded at any time
 * @param added what is demanded on top of that of a change that an addendum covers
 * @param ignored the facts that no clause looks at, as part of a sentence
 */
record Matrix(List<String> demands, List<Row> always, List<Row> added, String ignored) {

    /**
     * A clause.
     *
     * @param situation what a change has to be
     * @param words what its authors said of it
     */
    record Row(String id, String situation, String words, List<Value> values) {}

    /** What it demands there; each value knows its column for narrow screens. */
    record Value(String column, String words) {

        public boolean isNothing() {
            return words.isEmpty();
        }
    }

    static Matrix of(TypedTable table) {
        List<Demand> asked = Arrays.stream(Demand.values())
                .filter(demand -> table.rules().stream()
                        .anyMatch(rule -> !rule.asked(demand).isEmpty()))
                .toList();
        return new Matrix(
                asked.stream().map(Matrix::column).toList(),
                rows(table, asked, false),
                rows(table, asked, true),
                ignored(table.looksAt()));
    }

    private static List<Row> rows(TypedTable table, List<Demand> asked, boolean added) {
        return table.rules().stream()
                .filter(rule -> rule.isAddedByAddenda() == added)
                .map(rule -> row(rule, asked))
                .toList();
    }

    private static Row row(TypedRule rule, List<Demand> asked) {
        return new Row(
                rule.id(),
                rule.situation(),
                rule.description(),
                asked.stream()
                        .map(demand -> new Value(column(demand), words(demand, rule.asked(demand))))
                        .toList());
    }

    /** An addendum is looked at by what addenda add, whether or not there is such a clause. */
    private static String ignored(Set<Fact> looked) {
        return EnumSet.complementOf(EnumSet.of(Fact.ADDENDUM)).stream()
                .filter(fact -> !looked.contains(fact))
                .map(Matrix::inSentence)
                .collect(Collectors.joining(", "));
    }

    private static String inSentence(Fact fact) {
        return switch (fact) {
            case TIER -> "tier";
            case KIND -> "kind of change";
            case ENVIRONMENT -> "environment";
            case BLAST_RADIUS -> "blast radius";
            case CONTROL_PLANE -> "control plane";
            case DATA_MUTATION -> "stored data";
            case AI_INVOLVEMENT -> "AI involvement";
            case HOUR -> "time of day";
            case CONFLICT -> "overlapping changes";
            case ADDENDUM -> "addendum";
        };
    }

    private static String column(Demand demand) {
        return switch (demand) {
            case REVIEWS -> "Reviews";
            case DIRECTOR_SIGN_OFF -> "Director";
            case VP_APPROVAL -> "VP";
            case SECOND_KEY -> "Second key";
            case BLOCKING_CHECKS -> "Green checks";
            case BAKE_MINUTES -> "Bake time";
            case APPROVAL_HOURS -> "Approval counts for";
            case WINDOW_HOURS -> "Longest window";
        };
    }

    private static String words(Demand demand, String asked) {
        if (asked.isEmpty()) {
            return "";
        }
        return switch (demand) {
            case REVIEWS -> asked;
            case DIRECTOR_SIGN_OFF, VP_APPROVAL, SECOND_KEY -> "yes";
            case BLOCKING_CHECKS -> asked.equals("all") ? "all" : asked.replaceAll(",\\s*", ", ");
            case BAKE_MINUTES -> LengthWords.of(Duration.ofMinutes(Long.parseLong(asked)));
            case APPROVAL_HOURS, WINDOW_HOURS -> LengthWords.of(Duration.ofHours(Long.parseLong(asked)));
        };
    }
}
