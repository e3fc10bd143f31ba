package dev.countersign.compliance;

import dev.countersign.changes.ChangeDocument;
import dev.countersign.policy.Requirements;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * All that a check may look at: what the author wrote, what the policy demands, what the registry knows of it, and the
 * time. A check asks nobody else, so the same submission always gets the same answer.
 *
 * @param doneAt when it was done, if it is written down after the fact
 */
record Submission(
        ChangeDocument document,
        Requirements requirements,
        Registered registered,
        Instant now,
        Optional<Instant> doneAt) {

    /** How long a rehearsal, or a knowledge source, is taken to be still true. */
    static final int FRESH_DAYS = 180;

    LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    long daysSince(LocalDate day) {
        return ChronoUnit.DAYS.between(day, today());
    }

    /** A day of at most 180 days ago; a day still to come proves nothing yet. */
    boolean isFresh(LocalDate day) {
        long age = daysSince(day);
        return age >= 0 && age <= FRESH_DAYS;
    }

    /** The day with its age, as people would say it. */
    String aged(LocalDate day) {
        long age = daysSince(day);
        return age < 0 ? "%s, which is still to come".formatted(day) : "%s, %d days ago".formatted(day, age);
    }
}
