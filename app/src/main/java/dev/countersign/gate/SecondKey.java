package dev.countersign.gate;

import dev.countersign.changes.Revision;
import dev.countersign.identity.PersonId;
import java.time.Instant;
import java.util.List;

/** A key that a second person turned for the execution of one revision; it holds for a while. */
public record SecondKey(int revision, String hash, PersonId by, Instant at, Instant until) {

    boolean isFor(List<Revision> texts) {
        return texts.stream().anyMatch(text -> text.isNamedBy(revision, hash));
    }

    boolean holds(Instant now) {
        return !now.isBefore(at) && now.isBefore(until);
    }
}
