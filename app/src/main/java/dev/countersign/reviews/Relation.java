package dev.countersign.reviews;

import dev.countersign.identity.PersonId;
import dev.countersign.refusals.Words;

/** How somebody who may decide is tied to one of the authors. */
public record Relation(Tie tie, PersonId author) {

    /** A clause about whoever is tied. */
    Words fact(PersonId tied) {
        return tie.fact(author, tied);
    }

    /** The same beside their name. */
    Words fact() {
        return tie.fact(author, "them");
    }
}
