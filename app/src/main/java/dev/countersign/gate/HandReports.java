package dev.countersign.gate;

import dev.countersign.changes.Change;
import dev.countersign.changes.Changes;
import dev.countersign.changes.ExecutionReports;
import dev.countersign.identity.Person;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * An execution by hand is a deployment like any other. A moment outside the window is more often a slip of the pen than the
 * truth, so it is refused with the words of the window.
 */
@Component
class HandReports implements ExecutionReports {

    private final Deployments deployments;
    private final Changes changes;
    private final Clock clock;

    HandReports(Deployments deployments, Changes changes, Clock clock) {
        this.deployments = deployments;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public String report(Change change, Person author, Instant executedAt, String note) {
        if (executedAt.isAfter(clock.instant()) || !change.window().isOpen(executedAt)) {
            changes.reportExecution(change.id(), author, executedAt, note);
        }
        Question about = Question.about(change.document());
        Deployment told = deployments.report(
                new Report(
                        Report.Source.PAGE,
                        Optional.empty(),
                        change.id().value(),
                        about.repository(),
                        about.artifact(),
                        about.system(),
                        about.environment(),
                        Optional.of(executedAt),
                        note),
                author);
        return told.bypass()
                .map(bypass -> "Your report is kept. It went around the gate: %s explains it.".formatted(bypass))
                .orElse("Its execution is on the record. Its bake time has begun.");
    }
}
