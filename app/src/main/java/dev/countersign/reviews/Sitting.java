package dev.countersign.reviews;

import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.refusals.Permission;
import java.time.Instant;
import java.util.Optional;

/**
 * All that is known of one seat and of somebody who wants to sit there, read from PostgreSQL at one moment. The page's
 * buttons and the use cases ask it the same questions.
 *
 * @param own what they are to the change themselves
 * @param behind the same of the absent leader for whom they would decide; empty if for nobody but themselves
 * @param leader who leads the department in the seat's duty; empty if any reviewer may take it
 * @param delegation by which somebody may take it now for who leads there
 * @param claim who is at work on it, or was and is away
 * @param elsewhere whether this person is at work on another seat of the same change
 */
public record Sitting(
        Seat seat,
        Voice own,
        Optional<Voice> behind,
        Optional<PersonId> leader,
        Optional<Delegation> delegation,
        Optional<Claim> claim,
        boolean elsewhere,
        Instant now) {

    /** Whether they may take the seat, whoever holds it now. */
    public Permission toSit() {
        return SeatRules.toSit(this);
    }

    /** Whether they may claim it: it must be free too, and their only one on this change. */
    public Permission toClaim() {
        return ClaimRules.toClaim(this);
    }

    /** Whether they may be given it, whoever holds it now. */
    public Permission toReceive() {
        return ClaimRules.toReceive(this);
    }

    /** Whether they may decide: they hold it, or nobody does. Their own delegate keeps nobody away. */
    public Permission toDecide() {
        return isHeld() || isHeldForThem() ? toSit() : toClaim();
    }

    /** Whether they may take it from who claimed it long ago and did nothing since. */
    public Permission toTakeOver() {
        return ClaimRules.toTakeOver(this);
    }

    /** Whether they may give it back. */
    public Permission toRelease() {
        return ClaimRules.toRelease(this);
    }

    /** Who wants to sit down. */
    public Person person() {
        return own.person();
    }

    /** Who is at work on it; whoever is away is not. */
    public Optional<PersonId> holder() {
        return counting().map(Claim::person);
    }

    /** The absent leader for whom they would decide. */
    public Optional<PersonId> absent() {
        return behind.map(voice -> voice.person().id());
    }

    /** By which they would decide for that one. */
    Optional<Delegation> mandate() {
        return behind.flatMap(_ -> delegation);
    }

    /** Who claimed it and is away, so that others may take it. */
    Optional<PersonId> absentHolder() {
        return claim.filter(Claim::away).map(Claim::person);
    }

    Optional<Claim> counting() {
        return claim.filter(one -> !one.away());
    }

    boolean isHeld() {
        return holder().filter(person()::is).isPresent();
    }

    private boolean isHeldForThem() {
        return delegation
                .filter(given -> person().is(given.delegator()))
                .map(Delegation::delegate)
                .filter(delegate -> holder().filter(delegate::equals).isPresent())
                .isPresent();
    }
}
