package dev.countersign.reviews;

import dev.countersign.changes.Duties;
import dev.countersign.identity.Person;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Refusal;

/**
 * Who may sit in which seat: the role, no other duty on the same change, the department for leaders, one voice, and no
 * tie that the house refuses. Whoever decides for an absent leader counts as one person with them, so all of it must hold
 * for both. There is no exception for anybody, administrators included.
 */
final class SeatRules {

    private SeatRules() {}

    static Permission toSit(Seat seat, Person person, SeatFacts facts) {
        return role(seat, person)
                .and(() -> Duties.mayTake(seat.change().id(), person.id(), seat.duty(), facts.duty(person)))
                .and(() -> leader(seat, person, facts))
                .and(() -> once(seat, person, facts))
                .and(() -> free(seat, person, facts))
                .and(() -> behind(seat, person, facts));
    }

    private static Permission behind(Seat seat, Person person, SeatFacts facts) {
        return facts.behind(person)
                .map(absent -> role(seat, absent)
                        .and(() -> Duties.mayTake(seat.change().id(), absent.id(), seat.duty(), facts.duty(absent)))
                        .and(() -> once(seat, absent, facts))
                        .and(() -> free(seat, absent, facts)))
                .orElseGet(Permission.Granted::new);
    }

    private static Permission role(Seat seat, Person person) {
        return Permission.grantedIf(
                person.has(seat.role()),
                () -> denied(
                        "decide",
                        seat,
                        "'%s' is no %s".formatted(person.id(), seat.role().realmName()),
                        "Somebody with that role must do it."));
    }

    private static Permission leader(Seat seat, Person person, SeatFacts facts) {
        var leader = facts.leader();
        return Permission.grantedIf(
                leader.isEmpty()
                        || person.is(leader.get())
                        || facts.behind(person).isPresent(),
                () -> denied(
                        "decide",
                        seat,
                        "its department answers to '%s' as its %s"
                                .formatted(leader.orElseThrow(), seat.role().realmName()),
                        "Ask them to decide."));
    }

    private static Permission once(Seat seat, Person person, SeatFacts facts) {
        int revision = seat.change().revision().number();
        return Permission.grantedIf(
                !facts.hasSpoken(person),
                () -> denied(
                        "decide",
                        seat,
                        "'%s' has given a verdict on revision %d already".formatted(person.id(), revision),
                        "A second person must take the other seat."));
    }

    private static Permission free(Seat seat, Person person, SeatFacts facts) {
        var refused = facts.refused(person);
        return Permission.grantedIf(
                refused.isEmpty(),
                () -> Refusal.forbidden(
                        "reviews.not-independent",
                        "Expected '%s' to decide the %s of change '%s', but %s."
                                .formatted(
                                        person.id(),
                                        seat.words(),
                                        seat.change().id(),
                                        refused.getFirst().fact()),
                        "Somebody who is not tied to its authors like that must do it."));
    }

    static Refusal denied(String verb, Seat seat, String fact, String wayOut) {
        return Refusal.forbidden(
                "reviews.not-permitted",
                "Expected to %s the %s of change '%s', but %s."
                        .formatted(verb, seat.words(), seat.change().id(), fact),
                wayOut);
    }
}
