package dev.countersign.local.demo;

import dev.countersign.changes.ChangeDocument;
import dev.countersign.changes.ChangeDocument.AiInvolvement;
import dev.countersign.changes.ChangeDocument.AiSource;
import dev.countersign.changes.ChangeDocument.BlastRadius;
import dev.countersign.changes.ChangeDocument.Environment;
import dev.countersign.changes.ChangeDocument.Kind;
import dev.countersign.changes.ChangeDocument.Step;
import dev.countersign.identity.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** One made-up change: who writes it, what it says, and how far the people of the demo take it. */
record DemoChange(String author, String title, String system, Kind kind, boolean controlPlane, Fate fate) {

    /** How far a change gets before somebody at the keyboard takes over. */
    enum Fate {
        DRAFTED,
        SENT_BACK,
        WAITING,
        HALF_REVIEWED,
        ASKED_FOR_CHANGES,
        REJECTED,
        WITHDRAWN,
        TO_SIGN_OFF,
        TO_ESCALATE,
        APPROVED,
        EXPIRING,
        BAKING,
        SUCCEEDING,
        FAILING,
        UNCONCLUDED
    }

    /** Everything in it passes the checks, but for a change that is to be sent back: nobody rehearsed its rollback. */
    ChangeDocument document(String repository, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Instant start = windowStart(now);
        return new ChangeDocument(
                title,
                List.of(system),
                kind,
                Environment.PRODUCTION,
                repository,
                List.of(sha()),
                "",
                null,
                "Seen in last week's incident review: %s.".formatted(title.toLowerCase(Locale.ROOT)),
                List.of(
                        new Step(
                                "Release to one host",
                                "Error rate of the host stays below 0.1 %",
                                "Release the previous commit"),
                        new Step(
                                "Release to the rest of the zone",
                                "p99 stays below 300 ms for ten minutes",
                                "Release the previous commit")),
                controlPlane ? BlastRadius.GLOBAL : BlastRadius.ONE_ZONE,
                controlPlane ? "One zone, an hour\nOne region, an hour\nThe other regions" : "",
                controlPlane,
                false,
                "",
                "Release the previous commit; configuration is read on start",
                6,
                fate == Fate.SENT_BACK ? null : today.minusDays(20),
                system + "-errors, " + system + "-latency",
                bakeMinutes(),
                start,
                start.plus(length()),
                AiInvolvement.ASSISTED,
                "Code assistant",
                List.of(new AiSource("Runbook of " + system, today.minusDays(12))),
                null,
                List.of());
    }

    /** In whole minutes, as a form has it, where there is time for that: the checks refuse a window that has begun. */
    private Instant windowStart(Instant now) {
        ChronoUnit unit = lead().compareTo(Duration.ofMinutes(2)) < 0 ? ChronoUnit.SECONDS : ChronoUnit.MINUTES;
        return now.truncatedTo(unit).plus(lead());
    }

    /** The demo executes some at once, so their window opens at once. */
    private Duration lead() {
        return switch (fate) {
            case BAKING, SUCCEEDING, FAILING, UNCONCLUDED, EXPIRING -> Duration.ofSeconds(45);
            case APPROVED -> Duration.ofMinutes(2);
            case DRAFTED,
                    SENT_BACK,
                    WAITING,
                    HALF_REVIEWED,
                    ASKED_FOR_CHANGES,
                    REJECTED,
                    WITHDRAWN,
                    TO_SIGN_OFF,
                    TO_ESCALATE -> Duration.ofHours(20);
        };
    }

    private Duration length() {
        return fate == Fate.EXPIRING ? Duration.ofMinutes(3) : Duration.ofHours(8);
    }

    /** Those that are to end on the first day touch systems of tier 3, which are watched for a quarter of an hour. */
    private int bakeMinutes() {
        return fate == Fate.SUCCEEDING || fate == Fate.FAILING || fate == Fate.UNCONCLUDED ? 15 : 60;
    }

    /** A full SHA that is always the same for the same title. */
    private String sha() {
        long seed = title.hashCode() * 2654435761L;
        StringBuilder sha = new StringBuilder();
        while (sha.length() < 40) {
            seed = seed * 6364136223846793005L + 1442695040888963407L;
            sha.append("%016x".formatted(seed));
        }
        return sha.substring(0, 40);
    }

    boolean isSubmitted() {
        return fate != Fate.DRAFTED;
    }

    PersonId by() {
        return new PersonId(author);
    }
}
