package dev.countersign.reviews;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangePermissions;
import dev.countersign.changes.Duties;
import dev.countersign.changes.Duty;
import dev.countersign.changes.Revisions;
import dev.countersign.identity.Person;
import org.springframework.stereotype.Component;

/** What people say of a change's text, field by field, to whom it may be shown. It never decides anything. */
@Component
public class Threads {

    private final ThreadRows rows;
    private final ChangePermissions permissions;
    private final Revisions revisions;
    private final Duties duties;

    Threads(ThreadRows rows, ChangePermissions permissions, Revisions revisions, Duties duties) {
        this.rows = rows;
        this.permissions = permissions;
        this.revisions = revisions;
        this.duties = duties;
    }

    /** As the reader may know of them; who may not read the change hears so. */
    public Talk about(Change change, Person reader) {
        permissions.toRead(change, reader).demand();
        BlindThreads blind = BlindThreads.of(
                change,
                BlindReview.ofRemarks(change, revisions.of(change.id())),
                duties.having(change.id(), Duty.AUTHOR));
        return new Talk(change, reader, duties.of(change.id(), reader.id()), blind, rows.of(change.id()));
    }
}
