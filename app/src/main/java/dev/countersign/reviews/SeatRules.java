package dev.countersign.reviews;

import dev.countersign.changes.Duties;
import dev.countersign.identity.Person;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Refusal;
import dev.countersign.refusals.Refusal.Attempt;

/**
 * Who may sit in which seat: the role, no other duty on the same change, the department for leaders, one voice, and no
 * tie that the house refuses. Whoever decides for an absent leader counts as one person with them, so all of it must hold
 * for both. There is no exception for anybody, administrators included.
 */
final class SeatRules {

    private SeatRules() {}

    static Permission toSit(Sitting sitting) {
        return fits(sitting.seat(), sitting.own())
                .and(() -> leader(sitting))
                .and(() -> sitting.behind()
                        .map(absent -> fits(sitting.seat(), absent))
                        .orElseGet(Permission.Granted::new));
    }

    /** What must hold for whoever speaks, and for whom they speak. */
    private static Permission fits(Seat seat, Voice voice) {
        return role(seat, voice.person())
                .and(() -> Duties.mayTake(
                        seat.change().id(), voice.person().id(), seat.duty(), voice.duty(), voice.wrote()))
                .and(() -> once(seat, voice))
                .and(() -> free(seat, voice));
    }

    private static Permission role(Seat seat, Person person) {
        return Permission.grantedIf(
                person.has(seat.role()),
                () -> denied("decide", seat)
                        .because(
                                "%s [isn't|aren't] %s", person.id(), seat.role().called())
                        .instead("Somebody with that role must do it."));
    }

    private static Permission leader(Sitting sitting) {
        var leader = sitting.leader();
        return Permission.grantedIf(
                leader.isEmpty()
                        || sitting.person().is(leader.get())
                        || sitting.behind().isPresent(),
                () -> denied("decide", sitting.seat())
                        .because("that is for %s, who leads its department", leader.orElseThrow())
                        .instead("Ask them to decide."));
    }

    private static Permission once(Seat seat, Voice voice) {
        int revision = seat.change().revision().number();
        return Permission.grantedIf(
                !voice.spoken(),
                () -> denied("decide", seat)
                        .because(
                                "%s [has|have] already decided on revision %d",
                                voice.person().id(), revision)
                        .instead("Somebody else must decide this one."));
    }

    private static Permission free(Seat seat, Voice voice) {
        return Permission.grantedIf(
                voice.refused().isEmpty(),
                () -> Refusal.forbidden("reviews.not-independent")
                        .cannot(
                                "decide the %s of %s",
                                seat.words(), seat.change().id())
                        .because(voice.refused().getFirst().fact(voice.person().id()))
                        .instead("Somebody who is not tied to its authors like that must do it."));
    }

    static Attempt denied(String verb, Seat seat) {
        return Refusal.forbidden("reviews.not-permitted")
                .cannot("%s the %s of %s", verb, seat.words(), seat.change().id());
    }
}
