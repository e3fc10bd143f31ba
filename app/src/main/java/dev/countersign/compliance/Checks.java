package dev.countersign.compliance;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeDocument;
import dev.countersign.changes.ChangeFlow;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Reaches;
import dev.countersign.changes.Revision;
import dev.countersign.changes.Revisions;
import dev.countersign.changes.Status;
import dev.countersign.policy.Requirements;
import dev.countersign.registry.Builds;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets the checks look at a change, and tells what they found. */
@Component
public class Checks {

    private final Changes changes;
    private final Revisions revisions;
    private final ChangeFlow flow;
    private final CheckRuns runs;
    private final Reaches reaches;
    private final Builds builds;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Checks(
            Changes changes,
            Revisions revisions,
            ChangeFlow flow,
            CheckRuns runs,
            Reaches reaches,
            Builds builds,
            ApplicationEventPublisher events,
            Clock clock) {
        this.changes = changes;
        this.revisions = revisions;
        this.flow = flow;
        this.runs = runs;
        this.reaches = reaches;
        this.builds = builds;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Runs the checks on the revision that waits for them and moves the change on by what they answer. A change that
     * waits for no checks any more stays as it is.
     */
    @Transactional
    public Change run(ChangeId id) {
        Change change = changes.lock(id);
        if (change.status() != Status.CHECKING) {
            return change;
        }
        int revision = change.revision().number();
        CheckRun run = runs.find(id, revision).orElseGet(() -> examine(change));
        return flow.checked(id, revision, run.green(), run.summary());
    }

    /** What the checks said of a change as it is, in these or other words; nothing while they have not run. */
    public Optional<CheckRun> of(Change change) {
        return change.current().map(revisions::counting).flatMap(this::of);
    }

    /** What they said of texts that differ in their wording only, oldest first: no check reads that. */
    public Optional<CheckRun> of(List<Revision> texts) {
        return runs.latest(texts);
    }

    private CheckRun examine(Change change) {
        Revision revision = change.revision();
        Submission submission = submission(revision.document(), change.demanded(), change.executedAt());
        CheckRun run = new CheckRun(change.id(), revision.number(), submission.now(), Checklist.ALL.run(submission));
        runs.add(run);
        events.publishEvent(new ChecksRun(
                change.id(), change.systems(), revision.number(), revision.hash(), run.green(), answers(run)));
        return run;
    }

    /** A text at this moment, as the checks look at it. */
    Submission submission(ChangeDocument document, Requirements demanded, Optional<Instant> doneAt) {
        Registered registered = new Registered(reaches.of(document), builds.of(document.systems()));
        return new Submission(document, demanded, registered, clock.instant(), doneAt);
    }

    private static List<String> answers(CheckRun run) {
        return run.results().stream()
                .map(result -> "%s/%d %s".formatted(result.check(), result.version(), result.value()))
                .toList();
    }
}
