package dev.countersign.reviews;

import dev.countersign.identity.PersonId;
import java.util.Optional;

/** Where facts about seats come from when somebody wants to sit down: each asked for alone, or those of many at once. */
interface SeatLook {

    /** Who is at work on it. */
    Optional<PersonId> holder(Seat seat);

    /** Whether somebody is at work on another seat of the same change. */
    boolean holdsAnother(Seat seat, PersonId person);

    /** By which somebody may take it now for who leads there. */
    Optional<Delegation> delegation(Seat seat);

    SeatFacts facts(Seat seat);
}
