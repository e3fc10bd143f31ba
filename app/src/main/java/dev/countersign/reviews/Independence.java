package dev.countersign.reviews;

import dev.countersign.changes.Duties;
import dev.countersign.changes.Duty;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Permission.Granted;
import dev.countersign.refusals.Refusal;
import dev.countersign.registry.Department;
import dev.countersign.registry.Systems;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who may sit in which seat: the role, the department for leaders, and no other duty on the same change. There is no
 * exception for anybody, administrators included. The page's buttons and the use cases ask the same question.
 */
@Component
public class Independence {

    private final Duties duties;
    private final Claims claims;
    private final Verdicts verdicts;
    private final Systems systems;

    Independence(Duties duties, Claims claims, Verdicts verdicts, Systems systems) {
        this.duties = duties;
        this.claims = claims;
        this.verdicts = verdicts;
        this.systems = systems;
    }

    /** Whether somebody may take the seat, whoever holds it now. */
    public Permission toSit(Seat seat, Person person) {
        return role(seat, person)
                .and(() -> duties.mayTake(seat.change().id(), person.id(), seat.duty()))
                .and(() -> department(seat, person))
                .and(() -> once(seat, person));
    }

    /** Whether somebody may claim it: it must be free too, and their only one on this change. */
    public Permission toClaim(Seat seat, Person person) {
        return toSit(seat, person).and(() -> free(seat)).and(() -> only(seat, person));
    }

    /** Whether somebody may decide: they hold it, or nobody does. */
    public Permission toDecide(Seat seat, Person person) {
        return isHeldBy(seat, person) ? toSit(seat, person) : toClaim(seat, person);
    }

    /** Whether somebody may give it back. */
    public Permission toRelease(Seat seat, Person person) {
        return Permission.grantedIf(
                isHeldBy(seat, person),
                () -> denied(
                        "release",
                        seat,
                        "'%s' does not hold it".formatted(person.id()),
                        "Only who claimed it can release it."));
    }

    private boolean isHeldBy(Seat seat, Person person) {
        return claims.holder(seat.task().id()).filter(person::is).isPresent();
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

    private Permission department(Seat seat, Person person) {
        if (seat.duty() == Duty.REVIEWER) {
            return new Granted();
        }
        Department department = systems.department(seat.change().department());
        PersonId leader = seat.duty() == Duty.DIRECTOR ? department.director() : department.vp();
        return Permission.grantedIf(
                person.is(leader),
                () -> denied(
                        "decide",
                        seat,
                        "%s answers to '%s' as its %s"
                                .formatted(
                                        department.name(), leader, seat.role().realmName()),
                        "Ask them to decide."));
    }

    private Permission once(Seat seat, Person person) {
        int revision = seat.change().revision().number();
        return Permission.grantedIf(
                verdicts.of(seat.change().id(), revision).stream().noneMatch(given -> person.is(given.person())),
                () -> denied(
                        "decide",
                        seat,
                        "'%s' has given a verdict on revision %d already".formatted(person.id(), revision),
                        "A second person must take the other seat."));
    }

    private Permission free(Seat seat) {
        Optional<PersonId> holder = claims.holder(seat.task().id());
        return Permission.grantedIf(
                holder.isEmpty(),
                () -> denied(
                        "claim",
                        seat,
                        "'%s' has claimed it".formatted(holder.orElseThrow()),
                        "Take another one, or ask them to release it."));
    }

    private Permission only(Seat seat, Person person) {
        return Permission.grantedIf(
                !claims.holdsAnother(
                        person.id(), seat.change().id(), seat.task().id()),
                () -> denied(
                        "claim",
                        seat,
                        "'%s' holds the other review of this change".formatted(person.id()),
                        "Two different people are needed."));
    }

    private static Refusal denied(String verb, Seat seat, String fact, String wayOut) {
        return Refusal.forbidden(
                "reviews.not-permitted",
                "Expected to %s the %s of change '%s', but %s."
                        .formatted(verb, seat.words(), seat.change().id(), fact),
                wayOut);
    }
}
