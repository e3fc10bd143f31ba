package dev.countersign.local.demo;

import dev.countersign.registry.AiRelated;
import dev.countersign.registry.Catalogue;
import dev.countersign.registry.Incident;
import dev.countersign.registry.SystemFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Two outages of every department within the last year: they are what makes its consumer-facing systems critical. */
final class DemoIncidents {

    private record Story(String title, String lessons) {
        /** The title, to go on after a colon. */
        String goingOn() {
            return Character.toLowerCase(title.charAt(0)) + title.substring(1);
        }
    }

    private static final List<Story> STORIES = List.of(
            new Story(
                    "A configuration went to every region at once",
                    "One region first, and a bake time before the next."),
            new Story("Retries piled up behind a slow store", "Bound the retries; alarm on queue age, not on errors."),
            new Story("A certificate ran out on a Sunday", "Renewal is now watched by somebody other than its owner."),
            new Story("An index was dropped under load", "Rehearse the way back with production's amount of data."),
            new Story("A generated change removed a time-out", "What a machine wrote is read like anybody's code."),
            new Story("Hosts were replaced without a change on record", "Nothing goes out without a change any more."));

    private DemoIncidents() {}

    static List<Incident> before(Instant now) {
        Catalogue catalogue = DemoSystems.catalogue();
        return IntStream.range(0, DemoDepartment.ALL.size())
                .boxed()
                .flatMap(number -> Stream.of(
                        incident(catalogue, number, number, 6 + number * 14, now),
                        incident(catalogue, number, number + 3, 12 + number * 26, now)))
                .toList();
    }

    private static Incident incident(Catalogue catalogue, int department, int story, int daysAgo, Instant now) {
        Story told = STORIES.get(story % STORIES.size());
        DemoDepartment where = DemoDepartment.ALL.get(department);
        Instant start = now.truncatedTo(ChronoUnit.DAYS)
                .minus(Duration.ofDays(daysAgo))
                .plus(Duration.ofMinutes(9 * 60 + department * 37L));
        boolean bypass = told.title().contains("without a change");
        return new Incident(
                "",
                "%s: %s".formatted(where.name(), told.goingOn()),
                start,
                start.plus(Duration.ofMinutes(35 + story * 17L)),
                1 + story % 3,
                catalogue.systems().stream()
                        .filter(system -> system.department().equals(where.key()) && system.declaredTier() == 1)
                        .map(SystemFacts::key)
                        .toList(),
                department % 4 == 3 ? 0 : 120L + daysAgo * 11L,
                4_000L + story * 730L,
                true,
                20 + story * 9,
                "",
                bypass,
                told.title().contains("generated") ? AiRelated.YES : story % 4 == 0 ? AiRelated.UNKNOWN : AiRelated.NO,
                told.lessons());
    }
}
