package dev.countersign.reviews;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Changes;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.PresentRoles;
import dev.countersign.refusals.Permission.Denied;
import dev.countersign.refusals.Refusal;
import dev.countersign.refusals.Refusal.Attempt;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks people for a review. */
@Component
public class Asks {

    private final AskRows rows;
    private final Rounds rounds;
    private final Staffing staffing;
    private final Sittings sittings;
    private final OpenSeats seats;
    private final Absences absences;
    private final Changes changes;
    private final People people;
    private final PresentRoles roles;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Asks(
            AskRows rows,
            Rounds rounds,
            Staffing staffing,
            Sittings sittings,
            OpenSeats seats,
            Absences absences,
            Changes changes,
            People people,
            PresentRoles roles,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.rounds = rounds;
        this.staffing = staffing;
        this.sittings = sittings;
        this.seats = seats;
        this.absences = absences;
        this.changes = changes;
        this.people = people;
        this.roles = roles;
        this.events = events;
        this.clock = clock;
    }

    /** Puts the review first on somebody's list, in the name of whoever asks. */
    @Transactional
    public void ask(ChangeId id, Person by, PersonId whom) {
        Change change = changes.lock(id);
        staffing.toAsk(change, roles.of(by)).demand();
        demandFree(change, by, roles.of(people.get(whom)));
        Round round = rounds.of(change).orElseThrow();
        if (!rows.add(round, new Ask(whom, by.id(), clock.instant()))) {
            throw refused(change, whom)
                    .because("%s [has|have] already been asked", whom)
                    .instead("Give them time, or ask somebody else.");
        }
        events.publishEvent(new ReviewEvent.Asked(id, by.id().value(), change.systems(), whom));
    }

    private void demandFree(Change change, Person by, Person whom) {
        if (by.is(whom.id())) {
            throw refused(change, whom.id()).because("that is yourself").instead("Claim it, if you may.");
        }
        if (absences.isAway(whom.id())) {
            throw refused(change, whom.id())
                    .because("%s [is|are] away", whom.id())
                    .instead("Ask somebody who is there.");
        }
        Seat seat = seats.free(change)
                .orElseThrow(() -> refused(change, whom.id())
                        .because("all its reviews are claimed")
                        .instead("Wait until a claim is released, or have one handed to somebody else."));
        if (sittings.of(seat, whom).toClaim() instanceof Denied(Refusal why)) {
            throw refused(change, whom.id()).because(why.fact()).instead("Ask somebody who is free to judge it.");
        }
    }

    private static Attempt refused(Change change, PersonId whom) {
        return Refusal.conflict("reviews.cannot-be-asked").cannot("ask %s to review %s", whom, change.id());
    }

    /** Those of the round that a change is in, oldest first. */
    List<Ask> of(Change change) {
        return rounds.of(change).map(rows::of).orElse(List.of());
    }
}
