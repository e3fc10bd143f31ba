package dev.countersign.reviews;

import dev.countersign.identity.PersonId;

/** How somebody who may decide is tied to one of the authors. */
public record Relation(Tie tie, PersonId author) {

    /** After "but". */
    String fact() {
        return tie.fact(author.value());
    }
}
