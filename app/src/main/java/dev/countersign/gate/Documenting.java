package dev.countersign.gate;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeEvent;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Changes;
import dev.countersign.changes.DocumentField;
import dev.countersign.changes.Drafts;
import dev.countersign.changes.Duty;
import dev.countersign.changes.Status;
import dev.countersign.engine.Inbox;
import dev.countersign.gate.Bypass.Account;
import dev.countersign.identity.Person;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes down after the fact what went around the gate: as a change like any other, which two people review and which
 * lets nothing through. When it is approved, its case ends.
 */
@Component
public class Documenting {

    private static final Set<Status> APPROVED = EnumSet.of(Status.OUTCOME, Status.CLOSED, Status.ROLLED_BACK);
    private static final int REVIEWS = 2;
    private static final Duration BEFORE = Duration.ofMinutes(15);
    private static final Duration AFTER = Duration.ofMinutes(45);

    private final Bypasses bypasses;
    private final BypassRows rows;
    private final BypassLedger ledger;
    private final Candidates candidates;
    private final Changes changes;
    private final Drafts drafts;
    private final Inbox inbox;
    private final JsonMapper json;
    private final Clock clock;

    Documenting(
            Bypasses bypasses,
            BypassRows rows,
            BypassLedger ledger,
            Candidates candidates,
            Changes changes,
            Drafts drafts,
            Inbox inbox,
            JsonMapper json,
            Clock clock) {
        this.bypasses = bypasses;
        this.rows = rows;
        this.ledger = ledger;
        this.candidates = candidates;
        this.changes = changes;
        this.drafts = drafts;
        this.inbox = inbox;
        this.json = json;
        this.clock = clock;
    }

    /** The changes that were begun for it, in that order. */
    public List<Change> of(BypassId id) {
        return rows.documenting(id).stream().map(changes::get).toList();
    }

    /** Whoever may write changes, as long as the case is open. */
    public Permission toBegin(Bypass bypass, Person person) {
        return drafts.mayWrite(person)
                .and(() -> Permission.grantedIf(
                        bypass.isOpen(),
                        () -> Refusal.conflict("gate.bypass-settled")
                                .cannot("document %s", bypass.id())
                                .because("it is closed")
                                .instead("There is nothing left to do.")));
    }

    /**
     * A draft that says what is known already, once per form.
     *
     * @param form the number of the button's form; the same one again gives the draft that was begun with it
     */
    @Transactional
    public ChangeId begin(BypassId id, Person author, UUID form) {
        Bypass bypass = bypasses.lock(id);
        toBegin(bypass, author).demand();
        Deployment first = bypasses.reports(id).getFirst();
        ObjectNode known = known(bypass, first);
        ChangeId change = drafts.afterTheFact(
                author, known.get(DocumentField.TITLE.key()).asString(), known.toString(), first.deployedAt(), form);
        if (rows.documentedBy(change).isEmpty()) {
            ledger.document(
                    id,
                    change,
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    new BypassEvent.Documenting(id, author.id().value(), bypass.system(), change));
        }
        return change;
    }

    /**
     * In the transaction that approves it: its case looks again. What makes an approval count is on the record only when
     * that transaction has ended.
     */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void onChange(ChangeEvent event) {
        rows.documentedBy(event.change())
                .filter(id -> APPROVED.contains(changes.get(event.change()).status()))
                .flatMap(id -> inbox.open(id.value(), BypassPlan.EXPLAIN))
                .ifPresent(task -> inbox.complete(task, new Bypasses.Nothing()));
    }

    /** Whether one of its changes says what was deployed, and enough people who did not write that have agreed. */
    boolean isDocumented(Bypass bypass) {
        return of(bypass.id()).stream().anyMatch(change -> documents(change, bypass));
    }

    private boolean documents(Change change, Bypass bypass) {
        return APPROVED.contains(change.status())
                && change.document().names(bypass.repository(), bypass.artifact())
                && (bypass.system().isEmpty()
                        || change.document().spelled().systems().contains(bypass.system()))
                && candidates.standing(change).independent(Duty.REVIEWER) >= REVIEWS;
    }

    private ObjectNode known(Bypass bypass, Deployment first) {
        ObjectNode answers = json.createObjectNode();
        answers.put(DocumentField.TITLE.key(), "After the fact: what went around the gate, " + bypass.id());
        if (!bypass.system().isEmpty()) {
            answers.putArray(DocumentField.SYSTEMS.key()).add(bypass.system());
        }
        boolean digest = bypass.artifact().startsWith("sha256:");
        Instant done = first.deployedAt().truncatedTo(ChronoUnit.MINUTES);
        return answers.put(
                        DocumentField.ENVIRONMENT.key(),
                        Question.word(first.report().environment()))
                .put(DocumentField.REPOSITORY.key(), bypass.repository())
                .put(DocumentField.COMMITS.key(), digest ? "" : bypass.artifact())
                .put(DocumentField.DIGEST.key(), digest ? bypass.artifact() : "")
                .put(DocumentField.WHY.key(), why(bypass))
                .put(DocumentField.WINDOW_START.key(), done.minus(BEFORE).toString())
                .put(DocumentField.WINDOW_END.key(), done.plus(AFTER).toString());
    }

    private String why(Bypass bypass) {
        List<Account> said = bypasses.accounts(bypass.id());
        return said.isEmpty() ? "" : said.getLast().words();
    }
}
