package dev.countersign.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a change has to be so that a clause applies to it, as people say it. */
final class Situation {

    private static final String ANY = "Any change";
    private static final String COVERED = "Any change that it covers";

    private Situation() {}

    /** Without the addendum, which is no property of the change. */
    static String of(TypedRule rule) {
        String words = Arrays.stream(Fact.values())
                .filter(fact -> fact != Fact.ADDENDUM && rule.looksAt(fact))
                .flatMap(fact -> part(fact, rule.fact(fact)).stream())
                .collect(Collectors.joining(", "));
        if (words.isEmpty()) {
            return rule.isAddedByAddenda() ? COVERED : ANY;
        }
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** A cell that is not understood is told as it is written. */
    private static Optional<String> part(Fact fact, String cell) {
        return switch (CellParser.read(fact, cell)) {
            case CellParser.Reading.Understood(Cell.Any _) -> Optional.empty();
            case CellParser.Reading.Understood(Cell wanted) ->
                Optional.of(words(
                        fact, fact.range().stream().filter(wanted::accepts).toList()));
            case CellParser.Reading.Refused _ -> Optional.of(fact.label() + " " + cell.strip());
        };
    }

    private static String words(Fact fact, List<String> accepted) {
        return switch (fact) {
            case TIER -> (accepted.size() == 1 ? "tier " : "tiers ") + Shift.listed(accepted);
            case HOUR -> fact.label() + " " + hours(accepted);
            case KIND, ENVIRONMENT, BLAST_RADIUS, CONTROL_PLANE, DATA_MUTATION, AI_INVOLVEMENT, CONFLICT, ADDENDUM ->
                accepted.stream().map(value -> one(fact, value)).collect(Collectors.joining(" or "));
        };
    }

    private static String one(Fact fact, String value) {
        boolean holds = value.equals("true");
        return switch (fact) {
            case TIER, HOUR, ADDENDUM -> value;
            case KIND -> value.equals("manual-operation") ? "manual operation" : value + " change";
            case ENVIRONMENT -> "in " + value;
            case BLAST_RADIUS -> value.equals("global") ? "reaches everywhere" : "reaches " + value.replace('-', ' ');
            case CONTROL_PLANE -> holds ? "changes a control plane" : "changes no control plane";
            case DATA_MUTATION -> holds ? "changes stored data" : "changes no stored data";
            case AI_INVOLVEMENT -> ai(value);
            case CONFLICT -> holds ? "overlaps another change" : "overlaps no other change";
        };
    }

    private static String ai(String value) {
        return switch (value) {
            case "none" -> "written without AI";
            case "assisted" -> "written with the help of AI";
            default -> "written by AI";
        };
    }

    private static String hours(List<String> accepted) {
        return Cheaper.spans(accepted.stream().map(Integer::valueOf).toList());
    }
}
