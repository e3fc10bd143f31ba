package dev.countersign.reviews;

import dev.countersign.changes.ChangeId;
import dev.countersign.identity.PersonId;
import java.time.Instant;
import java.util.List;

/**
 * That people were turned to because the reviews of a change take long.
 *
 * @param people who; none if there was nobody to remind
 * @param due when it was to be done
 * @param at when it was done
 */
public record Call(ChangeId change, Step step, List<PersonId> people, Instant due, Instant at) {

    public Call {
        people = List.copyOf(people);
    }
}
