package dev.countersign.policy.web;

import dev.countersign.policy.Fact;
import java.util.List;

/**
 * A fact that the form asks for.
 *
 * @param name in the address
 * @param flag whether it is a yes or a no
 */
record Question(String name, String label, boolean flag, List<Option> options) {

    /** A value that it may have. */
    record Option(String value, String words, boolean chosen) {}

    static Question of(Fact fact, String value) {
        return new Question(
                fact.word(),
                label(fact),
                fact.range().contains("true"),
                fact.range().stream()
                        .map(one -> new Option(one, words(fact, one), one.equals(value)))
                        .toList());
    }

    /** Whether a yes is chosen. */
    public boolean yes() {
        return options.stream()
                .anyMatch(option -> option.chosen() && option.value().equals("true"));
    }

    private static String label(Fact fact) {
        return switch (fact) {
            case CONTROL_PLANE -> "It changes a control plane";
            case DATA_MUTATION -> "It changes stored data";
            case CONFLICT -> "It overlaps another change";
            case KIND -> "Kind of change";
            case TIER, ENVIRONMENT, BLAST_RADIUS, AI_INVOLVEMENT, HOUR, ADDENDUM -> fact.label();
        };
    }

    private static String words(Fact fact, String value) {
        if (fact == Fact.HOUR) {
            return "%02d:00".formatted(Integer.parseInt(value));
        }
        String words = value.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
