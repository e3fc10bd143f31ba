package dev.countersign.matrix;

import static java.util.Map.entry;

import dev.countersign.identity.FormNumber;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What a route is called about.
 *
 * @param places what stands for the names in an address
 * @param typed what a browser would send from any page about it
 * @param standing how it is; the same text before and after means that nothing was done
 * @param state the one that it is in, of those that such a thing can be in
 */
record Scene(
        Map<String, String> places, Map<String, String> typed, Supplier<String> standing, Optional<Enum<?>> state) {

    /** Its form has one number, however often it is sent. */
    Scene {
        typed = new LinkedHashMap<>(typed);
        typed.put(FormNumber.FIELD, FormNumber.fresh().value().toString());
    }

    Scene(Map<String, String> places, Map<String, String> typed, Supplier<String> standing) {
        this(places, typed, standing, Optional.empty());
    }

    Scene(Map<String, String> places, Map<String, String> typed, Supplier<String> standing, Enum<?> state) {
        this(places, typed, standing, Optional.of(state));
    }

    /** Whether it is about a thread of its own. */
    boolean hasThread() {
        return places.containsKey("number");
    }

    /** The same before somebody who has not sent its form yet. */
    Scene again() {
        return new Scene(places, typed, standing, state);
    }

    /** The same about another of its kind. */
    Scene with(String place, String value) {
        Map<String, String> others = new LinkedHashMap<>(places);
        others.put(place, value);
        return new Scene(others, typed, standing, state);
    }

    private static final Set<String> SYSTEM =
            Set.of("key", "name", "environments", "department", "owner", "dataClass", "declaredTier", "reason");
    private static final Set<String> DEPARTMENT = Set.of("key", "name", "organisation", "director", "vp", "reason");
    private static final Set<String> INCIDENT =
            Set.of("title", "startedAt", "severity", "systems", "lostOrders", "errors", "cause", "aiRelated", "reason");

    /** The questions of each form; those of a change and of the policy's editor are all that is left. */
    private static final Map<String, Set<String>> QUESTIONS = Map.ofEntries(
            entry("/changes/typing/discard", Set.of()),
            entry("/changes/{id}/withdrawal", Set.of("reason")),
            entry("/changes/{id}/execution", Set.of("executedAt")),
            entry("/changes/{id}/outcome", Set.of("outcome", "notes")),
            entry("/changes/{id}/judgement", Set.of()),
            entry("/changes/{id}/hold", Set.of("reason")),
            entry("/changes/{id}/transfer", Set.of("to", "reason")),
            entry("/changes/{id}/release", Set.of()),
            entry("/gate/keys/{id}", Set.of()),
            entry("/gate/bypasses/{id}/explanation", Set.of("words", "way", "revertedAt")),
            entry("/gate/bypasses/{id}/change", Set.of()),
            entry("/reviews/ticked", Set.of()),
            entry("/reviews/filters?name=Critical&tier=1", Set.of()),
            entry("/reviews/reassignments", Set.of("whom", "reason")),
            entry("/reviews/{task}", Set.of("verdict", "decision")),
            entry("/reviews/{task}/reassignment", Set.of("whom", "reason")),
            entry("/reviews/changes/{id}/asks", Set.of("whom")),
            entry("/reviews/{task}/claim", Set.of()),
            entry("/reviews/{task}/take-over", Set.of()),
            entry("/reviews/{task}/release", Set.of()),
            entry("/reviews/{task}/reaffirmation", Set.of()),
            entry("/reviews/threads/{id}", Set.of("text", "field")),
            entry("/reviews/threads/{id}/{number}", Set.of("text")),
            entry("/reviews/threads/{id}/{number}/resolution", Set.of()),
            entry("/reviews/threads/{id}/{number}/reopening", Set.of()),
            entry("/reviews/absences/new", Set.of("from", "until", "reason", "delegate")),
            entry("/reviews/absences/{id}/delegate", Set.of("delegate")),
            entry("/reviews/absences/{id}/end", Set.of()),
            entry("/registry/new", SYSTEM),
            entry("/registry/{key}/edit", SYSTEM),
            entry("/registry/{key}/override", Set.of("tier", "lastDay", "reason")),
            entry("/registry/departments/new", DEPARTMENT),
            entry("/registry/departments/{key}/edit", DEPARTMENT),
            entry("/registry/incidents/new", INCIDENT),
            entry("/registry/incidents/{id}/edit", INCIDENT),
            entry("/registry/imports", Set.of("text")),
            entry("/registry/imports/{id}", Set.of("reason")),
            entry("/registry/proposals/{id}/decision", Set.of("decision")),
            entry("/registry/proposals/{id}/withdrawal", Set.of()),
            entry("/policy/addenda/new", Set.of("title", "reason", "durationDays", "scope", "tier")),
            entry("/policy/addenda/{id}/decision", Set.of("decision")),
            entry("/policy/addenda/{id}/choice", Set.of("choice", "reason")),
            entry("/policy/addenda/{id}/amendments/new", Set.of("action", "reason")),
            entry("/policy/drafts/new", Set.of("title")),
            entry("/policy/drafts/{id}/propose", Set.of("startsAt", "reason")),
            entry("/policy/drafts/{id}/decision", Set.of("decision")),
            entry("/policy/drafts/{id}/discard", Set.of()),
            entry("/policy/drafts/{id}/withdrawal", Set.of("reason")));

    private static final Set<String> NOT_OF_THE_REST = Set.of(
            "reason",
            "text",
            "field",
            "to",
            "executedAt",
            "outcome",
            "notes",
            "verdict",
            "whom",
            "decision",
            "action",
            "choice",
            "scope",
            "tier",
            "durationDays",
            "startsAt");

    /** The form of that address, filled in so that it can be sent. */
    Map<String, String> form(String path) {
        Set<String> asked = QUESTIONS.get(path);
        return only(name -> isHidden(name) || (asked == null ? !NOT_OF_THE_REST.contains(name) : asked.contains(name)));
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
