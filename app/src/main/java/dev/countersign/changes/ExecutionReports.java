package dev.countersign.changes;

import dev.countersign.identity.Person;
import java.time.Instant;

/** Takes an author's word that a change was executed; the module that judges deployments answers. */
public interface ExecutionReports {

    /**
     * Keeps it, whether or not the gate would have let it through.
     *
     * @return what the reporter is told
     */
    String report(Change change, Person author, Instant executedAt, String note);
}
