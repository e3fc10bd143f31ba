package dev.countersign.reviews;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Duty;
import dev.countersign.engine.Inbox;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.PresentRoles;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Permission.Denied;
import dev.countersign.refusals.Refusal;
import dev.countersign.refusals.Refusal.Attempt;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands reviews to people by name. Whoever gets one must be free to judge, and still decides as they see fit. */
@Component
public class Reassignments {

    private final ReassignmentRows rows;
    private final Inbox inbox;
    private final Changes changes;
    private final Claims claims;
    private final Absences absences;
    private final Staffing staffing;
    private final Sittings sittings;
    private final People people;
    private final PresentRoles roles;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reassignments(
            ReassignmentRows rows,
            Inbox inbox,
            Changes changes,
            Claims claims,
            Absences absences,
            Staffing staffing,
            Sittings sittings,
            People people,
            PresentRoles roles,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.inbox = inbox;
        this.changes = changes;
        this.claims = claims;
        this.absences = absences;
        this.staffing = staffing;
        this.sittings = sittings;
        this.people = people;
        this.roles = roles;
        this.events = events;
        this.clock = clock;
    }

    /** Whether somebody may hand this seat to another; leaders' own seats stay with them. */
    public Permission toReassign(Seat seat, Person person) {
        return staffing.toReassign(seat.change(), person)
                .and(() -> Permission.grantedIf(
                        seat.duty() == Duty.REVIEWER,
                        () -> Refusal.conflict("reviews.seat-stays")
                                .cannot(
                                        "hand the %s of %s to somebody",
                                        seat.words(), seat.change().id())
                                .because("only reviews can be handed to somebody")
                                .instead("Leave it to whoever leads the department.")));
    }

    /** Gives a review to somebody, from whoever is at work on it; what those had typed stays with them. */
    @Transactional
    public void reassign(long task, Person by, PersonId whom, String reason) {
        Change change = changes.lock(new ChangeId(inbox.get(task).subject()));
        Seat seat = Seat.of(inbox.get(task), change);
        toReassign(seat, roles.of(by)).demand();
        Optional<PersonId> before = claims.on(task).map(Claim::person);
        demandFree(seat, by, before, roles.of(people.get(whom)));
        claims.drop(task);
        claims.take(task, change.id(), whom);
        rows.add(new Reassignment(change.id(), task, by.id(), before, whom, reason, clock.instant()));
        events.publishEvent(new ReviewEvent.Reassigned(
                change.id(),
                by.id().value(),
                change.systems(),
                task,
                before.map(PersonId::value).orElse(""),
                whom.value(),
                reason));
    }

    private void demandFree(Seat seat, Person by, Optional<PersonId> before, Person whom) {
        if (by.is(whom.id())) {
            throw refused(seat, whom).because("that is yourself").instead("Claim it, if you may.");
        }
        if (before.filter(whom::is).isPresent()) {
            throw refused(seat, whom)
                    .because("%s already [has|have] it", whom.id())
                    .instead("Choose somebody else.");
        }
        if (absences.isAway(whom.id())) {
            throw refused(seat, whom).because("%s [is|are] away", whom.id()).instead("Choose somebody who is there.");
        }
        if (sittings.of(seat, whom).toReceive() instanceof Denied(Refusal why)) {
            throw refused(seat, whom).because(why.fact()).instead("Choose somebody who is free to judge it.");
        }
    }

    private static Attempt refused(Seat seat, Person whom) {
        return Refusal.conflict("reviews.cannot-be-given")
                .cannot("give the review of %s to %s", seat.change().id(), whom.id());
    }

    /** Open reviews that were taken from somebody. */
    public List<Reassignment> takenFrom(Person person) {
        return rows.takenFrom(person.id());
    }
}
