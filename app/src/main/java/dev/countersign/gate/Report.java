package dev.countersign.gate;

import dev.countersign.changes.ChangeDocument.Environment;
import dev.countersign.identity.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody tells that something was deployed.
 *
 * @param number the reporter's own number of this report; the same one again is the same report
 * @param change the change that they say it was deployed by, as they wrote it; empty if they name none
 * @param system empty if they name none
 * @param at when it was deployed; empty for just now
 */
public record Report(
        Source source,
        Optional<String> number,
        String change,
        String repository,
        String artifact,
        String system,
        Environment environment,
        Optional<Instant> at,
        String note) {

    /** By which way it came. */
    public enum Source {
        /** A pipeline, which can ask the gate before it deploys. */
        API,
        /** Somebody who did it by hand and says so on the change's page. */
        PAGE
    }

    /** One clock may run ahead of another; nothing was deployed before it is told. */
    Instant deployedAt(Instant now) {
        return at.filter(stated -> stated.isBefore(now)).orElse(now);
    }

    /** The same, of a system that the report leaves out. */
    Report at(String other) {
        return new Report(source, number, change, repository, artifact, other, environment, at, note);
    }

    /** What it says, whatever it is called. */
    String content(PersonId reporter) {
        return String.join(
                "\n",
                source.name(),
                reporter.value(),
                change,
                repository,
                artifact,
                system,
                environment.name(),
                at.map(Instant::toString).orElse(""));
    }
}
