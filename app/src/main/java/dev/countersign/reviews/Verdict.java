package dev.countersign.reviews;

import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Duty;
import dev.countersign.changes.Revision;
import dev.countersign.identity.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one person said of one revision, bound to its content; never edited.
 *
 * @param hash of the revision that was read, in hex
 * @param onBehalfOf the absent leader for whom it was said; with who said it they count as one person
 * @param proven whether the record tells of it and, for a leader, of the log-in or signature that it took
 */
public record Verdict(
        ChangeId change,
        int revision,
        String hash,
        PersonId person,
        Optional<PersonId> onBehalfOf,
        Duty duty,
        int slot,
        Answer answer,
        String comment,
        Instant at,
        boolean proven) {

    /** What they say, once it is on the record. */
    static Verdict of(Sitting sitting, Said said, Instant now) {
        Seat seat = sitting.seat();
        Revision read = seat.change().revision();
        return new Verdict(
                seat.change().id(),
                read.number(),
                read.hash(),
                sitting.person().id(),
                sitting.absent(),
                seat.duty(),
                seat.number(),
                said.answer(),
                said.comment(),
                now,
                true);
    }

    /** Whether it is about one of these texts. */
    public boolean isOn(List<Revision> texts) {
        return texts.stream().anyMatch(text -> text.isNamedBy(revision, hash));
    }

    /** Whether this person said it, or it was said for them. */
    public boolean isOf(PersonId one) {
        return voices().anyMatch(one::equals);
    }

    /** Those who count as one person by it. */
    public Stream<PersonId> voices() {
        return Stream.concat(Stream.of(person), onBehalfOf.stream());
    }

    /** Whether it fills a seat; an abstention counts for nobody. */
    public boolean counts() {
        return answer != Answer.ABSTAIN;
    }

    public boolean approves() {
        return answer == Answer.APPROVE;
    }
}
