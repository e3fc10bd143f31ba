package dev.countersign.reviews;

import dev.countersign.changes.ChangeId;
import dev.countersign.changes.DocumentField;
import dev.countersign.identity.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What people say to each other of a field of a change's text, or of all of it; bound to the text that they read.
 *
 * @param number counts the threads of one change from 1
 * @param field what it is about; empty if that is the whole
 * @param blind whether somebody opened it who could review the change, and whom others must not follow
 */
public record ReviewThread(
        ChangeId change,
        int number,
        int revision,
        Optional<DocumentField> field,
        PersonId opener,
        boolean blind,
        Instant at,
        List<Remark> remarks,
        List<Mark> marks) {

    public ReviewThread {
        remarks = List.copyOf(remarks);
        marks = List.copyOf(marks);
    }

    /**
     * What one person said at once.
     *
     * @param revision the text that counted then
     * @param text as it was written, in Markdown
     */
    public record Remark(int number, int revision, PersonId by, String text, Instant at) {}

    /** Somebody's word that it is resolved, or that it is not after all. */
    public record Mark(int number, int revision, PersonId by, boolean resolved, Instant at) {}

    public boolean isResolved() {
        return !marks.isEmpty() && marks.getLast().resolved();
    }

    /** The number of the mark that would come next: a form that was sent twice names one that is there. */
    public int turn() {
        return marks.size() + 1;
    }

    /** Whether somebody said exactly this in it, as after a second press of the button. */
    boolean has(PersonId by, String text) {
        return remarks.stream()
                .anyMatch(remark -> remark.by().equals(by) && remark.text().equals(text));
    }

    ReviewThread with(List<Remark> remarks, List<Mark> marks) {
        return new ReviewThread(change, number, revision, field, opener, blind, at, remarks, marks);
    }
}
