package dev.countersign.changes.web;

import dev.countersign.changes.ChecksAhead.Foreseen;
import dev.countersign.changes.DocumentField;
import dev.countersign.changes.Outlook;
import dev.countersign.changes.Overlap;
import dev.countersign.changes.ReviewersAhead.Likely;
import dev.countersign.policy.Explanation;
import dev.countersign.policy.Requirements;
import dev.countersign.registry.ProductionSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What stands beside the form of a change: what it will need as it is typed so far, and why.
 *
 * @param needs all of it in one line
 * @param open what is not chosen yet, and so counts as what the policy minds least
 * @param unnamed systems that count though nobody named them
 * @param overlaps changes that reach one of its systems in the same window
 * @param likely who would be asked first to review it
 * @param cheaper what would make the policy demand less
 * @param checks what the checks would say
 */
record Forecast(
        String needs,
        List<String> open,
        List<String> unnamed,
        List<Overlap> overlaps,
        List<Likely> likely,
        List<Explanation.Reason> reasons,
        List<String> cheaper,
        List<Foreseen> checks) {

    static Forecast of(
            Outlook outlook,
            String director,
            String vp,
            List<DocumentField> open,
            List<Likely> likely,
            List<Foreseen> checks) {
        return new Forecast(
                words(outlook.requirements(), director, vp),
                DocumentField.labels(open),
                outlook.unnamed().stream().map(ProductionSystem::name).toList(),
                outlook.overlaps(),
                likely,
                outlook.explanation().reasons(),
                outlook.explanation().cheaper(),
                checks);
    }

    public List<Foreseen> passing() {
        return checks.stream().filter(Foreseen::passes).toList();
    }

    public List<Foreseen> failing() {
        return checks.stream().filter(check -> !check.passes()).toList();
    }

    private static String words(Requirements it, String director, String vp) {
        List<String> needs = new ArrayList<>();
        add(needs, it.reviews() > 0, it.reviews() == 1 ? "1 review" : it.reviews() + " reviews");
        add(needs, it.directorSignOff(), "the sign-off of " + director);
        add(needs, it.vpApproval(), "the approval of " + vp);
        add(needs, it.secondKey(), "a second key");
        add(needs, it.bakeMinutes() > 0, it.bakeMinutes() + " min of bake time");
        add(needs, it.windowHours() > 0, "a window of %d h at most".formatted(it.windowHours()));
        return needs.isEmpty() ? "nobody’s approval" : listed(needs);
    }

    private static void add(List<String> needs, boolean holds, String words) {
        if (holds) {
            needs.add(words);
        }
    }

    private static String listed(List<String> words) {
        return words.size() == 1
                ? words.getFirst()
                : words.stream().limit(words.size() - 1L).collect(Collectors.joining(", ")) + " and " + words.getLast();
    }
}
