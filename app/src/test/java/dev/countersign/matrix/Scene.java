package dev.countersign.matrix;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What a route is called about.
 *
 * @param places what stands for the names in an address
 * @param typed what a browser would send from any page about it
 * @param standing how it is; the same text before and after means that nothing was done
 */
record Scene(Map<String, String> places, Map<String, String> typed, Supplier<String> standing) {

    /** The questions of each form; the form of a change asks everything else. */
    private static final Map<String, Set<String>> QUESTIONS = Map.of(
            "/changes/{id}/withdrawal", Set.of("reason"),
            "/changes/{id}/execution", Set.of("executedAt"),
            "/changes/{id}/outcome", Set.of("outcome", "notes"),
            "/reviews/{task}", Set.of("verdict", "decision"),
            "/reviews/{task}/claim", Set.of(),
            "/reviews/{task}/release", Set.of(),
            "/policy/addenda/new", Set.of("title", "reason", "durationDays", "scope", "tier"),
            "/policy/addenda/{id}/decision", Set.of("decision"),
            "/policy/addenda/{id}/choice", Set.of("choice", "reason"),
            "/policy/addenda/{id}/amendments/new", Set.of("action", "reason"));

    private static final Set<String> NOT_OF_A_CHANGE = Set.of(
            "reason",
            "executedAt",
            "outcome",
            "notes",
            "verdict",
            "decision",
            "action",
            "choice",
            "scope",
            "tier",
            "durationDays");

    /** The form of that address, filled in so that it can be sent. */
    Map<String, String> form(String path) {
        Set<String> asked = QUESTIONS.get(path);
        return only(name -> isHidden(name) || (asked == null ? !NOT_OF_A_CHANGE.contains(name) : asked.contains(name)));
    }

    /** Nothing filled in. */
    Map<String, String> emptyForm() {
        return only(Scene::isHidden);
    }

    private Map<String, String> only(Predicate<String> wanted) {
        Map<String, String> sent = new LinkedHashMap<>(typed);
        sent.keySet().removeIf(wanted.negate());
        return sent;
    }

    private static boolean isHidden(String name) {
        return name.startsWith("_");
    }
}
