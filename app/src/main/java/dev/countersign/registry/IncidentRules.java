package dev.countersign.registry;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the report of an incident has to keep to. */
final class IncidentRules {

    private static final Pattern CHANGE = Pattern.compile("CHG-\\d{6,12}");
    private static final int MOST_SYSTEMS = 200;

    private IncidentRules() {}

    static List<Flaw> flaws(Incident incident, Collection<String> knownSystems, Instant now) {
        Instant end = incident.endedAt();
        return Stream.of(
                        check(!incident.title().isBlank(), "title", "it is empty"),
                        check(incident.title().length() <= 160, "title", "it can have 160 characters"),
                        check(!incident.startedAt().isAfter(now), "startedAt", "it lies ahead"),
                        check(
                                end == null || !end.isBefore(incident.startedAt()),
                                "endedAt",
                                "it ended before it began"),
                        check(end == null || !end.isAfter(now), "endedAt", "it lies ahead"),
                        check(incident.severity() >= 1 && incident.severity() <= 4, "severity", "it has to be 1 to 4"),
                        check(!incident.systems().isEmpty(), "systems", "none is named"),
                        check(incident.systems().size() <= MOST_SYSTEMS, "systems", "there can be 200 at most"),
                        check(
                                knownSystems.containsAll(incident.systems()),
                                "systems",
                                "the registry does not know all"),
                        check(incident.lostOrders() >= 0, "lostOrders", "it cannot be less than none"),
                        check(incident.errors() >= 0, "errors", "it cannot be less than none"),
                        check(
                                incident.change().isEmpty()
                                        || CHANGE.matcher(incident.change()).matches(),
                                "change",
                                "a change is called CHG- and its number"),
                        check(
                                !incident.noRecord() || incident.change().isEmpty(),
                                "change",
                                "either there was a change on record or there was none"),
                        check(incident.lessons().length() <= 4000, "lessons", "it can have 4000 characters"))
                .flatMap(Optional::stream)
                .map(flaw -> Flaw.of(incident.id(), flaw.field(), flaw.words()))
                .toList();
    }

    private static Optional<Flaw> check(boolean holds, String field, String words) {
        return holds ? Optional.empty() : Optional.of(Flaw.of("", field, words));
    }
}
