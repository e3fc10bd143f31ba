package dev.countersign.reviews;

import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Duty;
import dev.countersign.identity.PersonId;
import java.time.Instant;

/**
 * What one person said of one revision, bound to its content; never edited.
 *
 * @param hash of the revision that was read, in hex
 */
public record Verdict(
        ChangeId change,
        int revision,
        String hash,
        PersonId person,
        Duty duty,
        int slot,
        Answer answer,
        String comment,
        Instant at) {

    public boolean approves() {
        return answer == Answer.APPROVE;
    }
}
