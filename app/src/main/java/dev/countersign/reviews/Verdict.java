package dev.countersign.reviews;

import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Duty;
import dev.countersign.changes.Revision;
import dev.countersign.identity.PersonId;
import java.time.Instant;
import java.util.List;

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

    /** Whether it is about one of these texts. */
    public boolean isOn(List<Revision> texts) {
        return texts.stream().anyMatch(text -> text.isNamedBy(revision, hash));
    }

    /** Whether it fills a seat; an abstention counts for nobody. */
    public boolean counts() {
        return answer != Answer.ABSTAIN;
    }

    public boolean approves() {
        return answer == Answer.APPROVE;
    }
}
