package dev.countersign.gate;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Changes;
import dev.countersign.identity.Person;
import dev.countersign.refusals.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the news that a change was deployed. */
@Component
public class Deployments {

    private final Changes changes;
    private final Clock clock;

    Deployments(Changes changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Reports the execution; told again, as pipelines that lost the answer do, it only says how the change stands.
     *
     * @param at when it was deployed; empty for just now
     */
    @Transactional
    public Change report(
            ChangeId id, String repository, String artifact, Optional<Instant> at, String note, Person reporter) {
        Change change = changes.lock(id);
        if (!isNamed(change, repository, artifact)) {
            throw Refusal.invalid("gate.not-in-current-revision")
                    .cannot("report the deployment of %s at %s by %s", repository, artifact, id)
                    .because("its current revision does not name it")
                    .instead(
                            "Report it by the change that names it. If there is none, it was deployed without one: tell its owner.");
        }
        return change.executedAt().isPresent()
                ? change
                : changes.reportExecution(id, reporter, at.orElseGet(clock::instant), note);
    }

    private static boolean isNamed(Change change, String repository, String artifact) {
        return change.current()
                .filter(revision -> revision.document().names(repository, artifact))
                .isPresent();
    }
}
