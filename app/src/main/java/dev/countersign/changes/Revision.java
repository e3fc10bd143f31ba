package dev.countersign.changes;

import dev.countersign.identity.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * One state of a change's document, never edited.
 *
 * @param hash SHA-256 over the document's RFC 8785 bytes, in hex: what an approval names
 * @param since the first revision whose decisions count for this one; its own number unless it only changed the wording
 * @param editedIn where the change stood when this was written; empty if it was submitted, or amended after findings
 */
public record Revision(
        ChangeId change,
        int number,
        ChangeDocument document,
        String hash,
        int since,
        Optional<Status> editedIn,
        PersonId by,
        Instant at) {

    /** Whether a number and a hash name exactly this text. */
    public boolean isNamedBy(int number, String hash) {
        return this.number == number && this.hash.equals(hash);
    }

    /** Whether it only says in other words what was decided on before. */
    public boolean isReworded() {
        return since < number;
    }
}
