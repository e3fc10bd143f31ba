package dev.countersign.gate;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeDocument.Environment;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePermissions;
import dev.countersign.changes.Changes;
import dev.countersign.identity.Person;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the news that something was deployed. Every report is kept, whatever it says, and none makes a change look
 * permitted: what was not as the gate wants it is named, and in production a case must explain it.
 */
@Component
public class Deployments {

    private final Circumstances circumstances;
    private final DeploymentRows rows;
    private final DeploymentLedger ledger;
    private final Bypasses bypasses;
    private final Changes changes;
    private final ChangePermissions permissions;
    private final Clock clock;

    Deployments(
            Circumstances circumstances,
            DeploymentRows rows,
            DeploymentLedger ledger,
            Bypasses bypasses,
            Changes changes,
            ChangePermissions permissions,
            Clock clock) {
        this.circumstances = circumstances;
        this.rows = rows;
        this.ledger = ledger;
        this.bypasses = bypasses;
        this.changes = changes;
        this.permissions = permissions;
        this.clock = clock;
    }

    /**
     * What the house made of the report. Told again, as pipelines that lost the answer do, it is what it was; a report with
     * another number, or with another moment, tells of another deployment.
     */
    @Transactional
    public Deployment report(Report report, Person reporter) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String content = report.content(reporter.id());
        rows.queueUp(content);
        return rows.repeated(report, content, now).orElseGet(() -> take(report, content, reporter, now));
    }

    /** How the change stands that it belongs to. */
    @Transactional(readOnly = true)
    public Optional<Change> change(Deployment deployment) {
        return deployment.change().map(changes::get);
    }

    /** Those of a change, the newest first. */
    public List<Deployment> of(ChangeId change, int most) {
        return rows.of(change, most);
    }

    private Deployment take(Report report, String content, Person reporter, Instant now) {
        Deployed deployed = circumstances.of(report, now);
        List<Reason> deviations = Deviations.of(deployed);
        Optional<Change> change = deployed.standing().map(Standing::change);
        boolean inCase = !deviations.isEmpty() && report.environment() == Environment.PRODUCTION;
        Deployment told = new Deployment(
                0,
                deployed.report().at(deployed.system()),
                now,
                reporter.id(),
                deployed.at(),
                change.map(Change::id),
                deviations,
                inCase ? Optional.of(bypasses.open(deployed, deviations, now)) : Optional.empty());
        Optional<Change> executed = change.filter(one -> isExecuted(one, deployed, deviations, reporter));
        ledger.keep(told, content, deployed.allowed(), executed.isPresent());
        executed.ifPresent(one -> changes.reportExecution(one.id(), reporter, deployed.at(), report.note()));
        return told;
    }

    /** Only what the change allowed is its execution; its watch begins then. */
    private boolean isExecuted(Change change, Deployed deployed, List<Reason> deviations, Person reporter) {
        return Deviations.spareTheChange(deviations)
                && permissions.toReportExecution(change, reporter).granted()
                && permissions.toHaveExecuted(change, deployed.at()).granted()
                && change.window().isOpen(deployed.at());
    }
}
