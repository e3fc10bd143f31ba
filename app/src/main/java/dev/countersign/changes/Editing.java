package dev.countersign.changes;

import dev.countersign.engine.Inbox;
import dev.countersign.engine.Restart;
import dev.countersign.identity.Person;
import dev.countersign.refusals.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Edits of a change on its way, while people decide on it or have approved it. Other words keep what was decided while
 * they are like what was read; anything else makes another change of it, which is checked and decided on anew.
 */
@Component
public class Editing {

    /** Until when other words keep what was decided. */
    public static final String RULE = Likeness.RULE;

    /**
     * What an edit would do.
     *
     * @param voiding those of the fields that make another change of it
     * @param keeps whether what was decided still counts
     */
    public record Edit(List<DocumentField> fields, List<DocumentField> voiding, boolean keeps) {

        public boolean changesNothing() {
            return fields.isEmpty();
        }
    }

    private final Changes changes;
    private final Revisions revisions;
    private final ChangePermissions permissions;
    private final ChangeLedger ledger;
    private final Reaches reaches;
    private final Inbox inbox;
    private final Restart restart;
    private final ChangePlan plan;
    private final Clock clock;

    Editing(
            Changes changes,
            Revisions revisions,
            ChangePermissions permissions,
            ChangeLedger ledger,
            Reaches reaches,
            Inbox inbox,
            Restart restart,
            ChangePlan plan,
            Clock clock) {
        this.changes = changes;
        this.revisions = revisions;
        this.permissions = permissions;
        this.ledger = ledger;
        this.reaches = reaches;
        this.inbox = inbox;
        this.restart = restart;
        this.plan = plan;
        this.clock = clock;
    }

    public Edit preview(Change change, ChangeDocument document) {
        return preview(change.revision(), document.spelledLike(change.document()));
    }

    /** Whether the text is that of the revision, however its names are spelled. */
    public boolean saysExactly(Revision revision, ChangeDocument document) {
        return revision.document().equals(document.spelledLike(revision.document()));
    }

    private Edit preview(Revision before, ChangeDocument document) {
        List<DocumentField> voiding = revisions.apartFromAll(before, document);
        return new Edit(
                revisions.differences(before, document),
                voiding,
                voiding.isEmpty() && revisions.hasTheSameMaterial(before, document));
    }

    /**
     * Hands in the next revision.
     *
     * @param read the revision that the author had before them
     */
    @Transactional
    public Change edit(ChangeId id, Person author, int read, ChangeDocument handedIn) {
        Change change = changes.lock(id);
        permissions.toEdit(change, author).demand();
        if (change.revision().number() != read) {
            throw ChangeRows.stale(id);
        }
        ChangeDocument document = handedIn.spelledLike(change.document());
        Edit edit = preview(change.revision(), document);
        if (edit.changesNothing()) {
            throw nothing(change);
        }
        return edit.keeps() ? reword(change, author, document, edit) : rework(change, author, document, edit);
    }

    private Change reword(Change change, Person author, ChangeDocument document, Edit edit) {
        Revision next = revisions.reword(change, document, author.id(), clock.instant());
        return ledger.write(
                change.reworded(next),
                new ChangeEvent.Reworded(
                        change.id(),
                        author.id().value(),
                        change.systems(),
                        next.number(),
                        next.hash(),
                        DocumentField.keys(edit.fields()),
                        next.since(),
                        change.status()));
    }

    /** Nobody may go on with what they were asked: their tasks are closed, and the process begins anew at the checks. */
    private Change rework(Change change, Person author, ChangeDocument document, Edit edit) {
        Revision next = revisions.write(change, document, author.id(), Optional.of(change.status()), clock.instant());
        String department = reaches.known(next.document()).leading().department();
        inbox.close(change.id().value());
        restart.anew(plan, change.id().value());
        Change reworked = change.reworked(next, department, clock.instant());
        return ledger.write(
                reworked,
                new ChangeEvent.Reworked(
                        change.id(),
                        author.id().value(),
                        reworked.systems(),
                        next.number(),
                        next.hash(),
                        DocumentField.keys(edit.fields()),
                        change.status()));
    }

    private static Refusal nothing(Change change) {
        return Refusal.invalid("changes.nothing-edited")
                .cannot("edit %s", change.id())
                .because("revision %d says exactly this", change.revision().number())
                .instead("Change what should be different and submit it again.");
    }
}
