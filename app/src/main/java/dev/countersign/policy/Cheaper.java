package dev.countersign.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Finds out which single fact an author could change so that the policy demands less of the change, and nothing more. */
final class Cheaper {

    private final Facts facts;
    private final Function<Facts, Requirements> policy;
    private final Requirements demanded;
    private final List<String> ways = new ArrayList<>();

    private Cheaper(Facts facts, Function<Facts, Requirements> policy) {
        this.facts = facts;
        this.policy = policy;
        this.demanded = policy.apply(facts);
    }

    /** One sentence for each way; staging is none, for the change is meant for production. */
    static List<String> ways(Facts facts, Function<Facts, Requirements> policy) {
        Cheaper cheaper = new Cheaper(facts, policy);
        cheaper.stepDown(Fact.BLAST_RADIUS, value -> "%s first".formatted(capital(value)));
        cheaper.without(Fact.CONTROL_PLANE, "Leaving the control plane alone");
        cheaper.without(Fact.DATA_MUTATION, "Changing no stored data");
        cheaper.stepDown(
                Fact.AI_INVOLVEMENT, value -> value.equals("none") ? "Writing it without AI" : "Having AI only assist");
        cheaper.without(Fact.CONFLICT, "A window in which no other change touches these systems");
        cheaper.hours();
        return List.copyOf(cheaper.ways);
    }

    /** The next smaller value that helps; smaller ones than that are more than is needed. */
    private void stepDown(Fact fact, UnaryOperator<String> words) {
        List<String> range = fact.range();
        for (int place = range.indexOf(fact.of(facts, false)) - 1; place >= 0; place--) {
            Optional<String> relief = relief(facts.with(fact, range.get(place)));
            if (relief.isPresent()) {
                ways.add(words.apply(range.get(place)) + relief.get());
                return;
            }
        }
    }

    private void without(Fact fact, String words) {
        if (fact.of(facts, false).equals("true")) {
            relief(facts.with(fact, "false")).ifPresent(relief -> ways.add(words + relief));
        }
    }

    /** Hours that help in the same way are said together. */
    private void hours() {
        Map<String, List<Integer>> helping = new LinkedHashMap<>();
        for (String hour : Fact.HOUR.range()) {
            relief(facts.with(Fact.HOUR, hour))
                    .ifPresent(relief -> helping.computeIfAbsent(relief, _ -> new ArrayList<>())
                            .add(Integer.valueOf(hour)));
        }
        helping.forEach((relief, hours) -> ways.add("A window within %s UTC%s".formatted(spans(hours), relief)));
    }

    private Optional<String> relief(Facts other) {
        Shift shift = new Shift(demanded, policy.apply(other));
        return shift.more().isEmpty() && !shift.less().isEmpty()
                ? Optional.of(" would drop " + Shift.listed(shift.less()) + ".")
                : Optional.empty();
    }

    /** "22:00 to 23:59 or 00:00 to 05:59". */
    static String spans(List<Integer> hours) {
        List<String> spans = new ArrayList<>();
        int first = 0;
        for (int place = 0; place < hours.size(); place++) {
            boolean last = place + 1 == hours.size() || hours.get(place + 1) != hours.get(place) + 1;
            if (last) {
                spans.add("%02d:00 to %02d:59".formatted(hours.get(first), hours.get(place)));
                first = place + 1;
            }
        }
        return Shift.listed(spans).replace(" and ", " or ");
    }

    private static String capital(String value) {
        String words = value.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
