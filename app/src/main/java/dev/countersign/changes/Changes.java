package dev.countersign.changes;

import dev.countersign.engine.Command;
import dev.countersign.engine.Inbox;
import dev.countersign.engine.Outbox;
import dev.countersign.engine.Runs;
import dev.countersign.identity.Person;
import dev.countersign.policy.Policies;
import dev.countersign.refusals.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All changes of the house, and what their authors do with them: submit, amend, withdraw, report, conclude. */
@Component
public class Changes {

    /** Long enough for Camunda to come back from an outage; a process that is found lost re-reads PostgreSQL anyway. */
    private static final Duration MESSAGE_LIFE = Duration.ofDays(1);

    private final ChangeRows rows;
    private final Revisions revisions;
    private final TransferRows transfers;
    private final Duties duties;
    private final ChangePermissions permissions;
    private final ChangeLedger ledger;
    private final Reaches reaches;
    private final Policies policies;
    private final Runs runs;
    private final Inbox inbox;
    private final Outbox outbox;
    private final ChangePlan plan;
    private final Clock clock;

    Changes(
            ChangeRows rows,
            Revisions revisions,
            TransferRows transfers,
            Duties duties,
            ChangePermissions permissions,
            ChangeLedger ledger,
            Reaches reaches,
            Policies policies,
            Runs runs,
            Inbox inbox,
            Outbox outbox,
            ChangePlan plan,
            Clock clock) {
        this.rows = rows;
        this.revisions = revisions;
        this.transfers = transfers;
        this.duties = duties;
        this.permissions = permissions;
        this.ledger = ledger;
        this.reaches = reaches;
        this.policies = policies;
        this.runs = runs;
        this.inbox = inbox;
        this.outbox = outbox;
        this.plan = plan;
        this.clock = clock;
    }

    public Optional<Change> find(ChangeId id) {
        return rows.find(id);
    }

    public Change get(ChangeId id) {
        return rows.find(id).orElseThrow(() -> unknown(id));
    }

    /** Many at once, each under its id. */
    public Map<ChangeId, Change> all(Collection<ChangeId> ids) {
        return rows.all(ids).stream().collect(Collectors.toMap(Change::id, change -> change));
    }

    /** Reads the change and holds it until the transaction ends, so that decisions about it queue up. */
    @Transactional
    public Change lock(ChangeId id) {
        return rows.lock(id).orElseThrow(() -> unknown(id));
    }

    /** Reads the change and keeps it from moving until the transaction ends, beside others who do the same. */
    @Transactional
    public Change share(ChangeId id) {
        return rows.share(id).orElseThrow(() -> unknown(id));
    }

    /** Hands a draft in: its first revision, its authors, the policy in force and the start of its process. */
    @Transactional
    public Change submit(ChangeId id, Person author, ChangeDocument document) {
        Change draft = lock(id);
        permissions.toSubmit(draft, author).demand();
        Instant now = clock.instant();
        Revision first = revisions.write(draft, document, author.id(), Optional.empty(), now);
        transfers.before(id).forEach(wrote -> duties.take(id, wrote, Duty.AUTHOR));
        String policy = policies.inForce().id();
        Change submitted = draft.submitted(first, department(first), policy, now);
        runs.start(plan, id.value());
        return ledger.write(
                submitted,
                new ChangeEvent.Submitted(id, author.id().value(), submitted.systems(), 1, first.hash(), policy, now));
    }

    /**
     * Hands in the next revision after findings or asked changes; decisions on earlier ones do not count for it.
     *
     * @param read the revision that the author had before them
     */
    @Transactional
    public Change amend(ChangeId id, Person author, int read, ChangeDocument document) {
        Change change = lock(id);
        permissions.toAmend(change, author).demand();
        if (change.revision().number() != read) {
            throw ChangeRows.stale(id);
        }
        Instant now = clock.instant();
        Revision before = change.revision();
        Revision next = revisions.write(change, document, author.id(), Optional.empty(), now);
        Change amended = change.amended(next, department(next), now);
        inbox.open(id.value(), ChangePlan.AMEND).ifPresent(task -> inbox.complete(task, new Amended(next.number())));
        return ledger.write(
                amended,
                new ChangeEvent.Amended(
                        id,
                        author.id().value(),
                        amended.systems(),
                        next.number(),
                        next.hash(),
                        DocumentField.keys(revisions.differences(before, next))));
    }

    /** Takes a change back before it is executed. */
    @Transactional
    public Change withdraw(ChangeId id, Person author, String reason) {
        Change change = lock(id);
        permissions.toWithdraw(change, author).demand();
        inbox.close(id.value());
        if (change.status().hasProcess()) {
            outbox.send(new Command.PublishMessage(
                    id.value(), "change-withdrawn", runs.currentId(id.value()), MESSAGE_LIFE, new Nothing()));
        }
        return ledger.move(change, change.withdrawn(clock.instant()), author, "withdrew it: " + reason);
    }

    /**
     * Says that the change was carried out; its bake time runs from then on.
     *
     * @param executedAt when; within the window, and not in the future
     */
    @Transactional
    public Change reportExecution(ChangeId id, Person reporter, Instant executedAt, String note) {
        Change change = lock(id);
        permissions.toReportExecution(change, reporter).demand();
        permissions.toHaveExecuted(change, executedAt).demand();
        Change executed = change.executed(executedAt, clock.instant());
        outbox.send(new Command.PublishMessage(
                id.value(), "change-executed", plan.executionWait(id.value()), MESSAGE_LIFE, new Nothing()));
        return ledger.move(change, executed, reporter, "reported the execution" + suffix(note));
    }

    /** Says how it turned out after its bake time. */
    @Transactional
    public Change recordOutcome(ChangeId id, Person author, Outcome outcome, String notes) {
        Change change = lock(id);
        permissions.toRecordOutcome(change, author).demand();
        inbox.open(id.value(), ChangePlan.RECORD_OUTCOME).ifPresent(task -> inbox.complete(task, new Nothing()));
        String said = outcome == Outcome.SUCCESSFUL ? "recorded success" : "recorded that it was rolled back";
        return ledger.move(change, change.concluded(outcome, clock.instant()), author, said + suffix(notes));
    }

    /** The department of the most critical system that it reaches signs. */
    private String department(Revision revision) {
        return reaches.known(revision.document()).leading().department();
    }

    private static String suffix(String text) {
        return text.isBlank() ? "" : ": " + text;
    }

    private static Refusal unknown(ChangeId id) {
        return Refusal.notFound("changes.not-found")
                .expectedTo("find change %s", id)
                .because("there is no change %s", id)
                .instead("Look for it in the list of changes.");
    }

    /** A completion that carries no facts: the next worker reads them from PostgreSQL. */
    record Nothing() {}

    /** The new revision's number, for people who look at the process in Operate. */
    record Amended(int revision) {}
}
