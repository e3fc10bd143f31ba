package dev.countersign.reviews;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeFlow;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Status;
import dev.countersign.engine.Inbox;
import dev.countersign.identity.People;
import dev.countersign.identity.PersonId;
import dev.countersign.reviews.SeatLeaders.Leadership;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands a sign-off to the VP as soon as it is clear that nobody will give it in time: its director is away until it is
 * due, and whoever decides for them can't.
 */
@Component
class Rerouting {

    private static final int BATCH = 500;

    private final JdbcClient sql;
    private final Changes changes;
    private final ChangeFlow flow;
    private final Inbox inbox;
    private final SeatLeaders leaders;
    private final Sittings sittings;
    private final Absences absences;
    private final People people;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Rerouting(
            JdbcClient sql,
            Changes changes,
            ChangeFlow flow,
            Inbox inbox,
            SeatLeaders leaders,
            Sittings sittings,
            Absences absences,
            People people,
            Clock clock,
            TransactionTemplate transaction) {
        this.sql = sql;
        this.changes = changes;
        this.flow = flow;
        this.inbox = inbox;
        this.leaders = leaders;
        this.sittings = sittings;
        this.absences = absences;
        this.people = people;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Looks at each of them under its lock, so that it does not matter how often and on how many nodes. */
    @Scheduled(initialDelayString = "PT15S", fixedDelayString = "PT15S")
    void follow() {
        waitingForSomebodyAway(clock.instant())
                .forEach(id -> transaction.executeWithoutResult(_ -> handUpIfNobodySigns(id)));
    }

    private List<ChangeId> waitingForSomebodyAway(Instant now) {
        return sql.sql("""
                SELECT c.id FROM changes.change c JOIN registry.department d ON d.key = c.department
                WHERE c.status = 'SIGN_OFF' AND reviews.is_away(d.director, :now) ORDER BY c.sign_off_due LIMIT :most
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", BATCH)
                .query((row, number) -> new ChangeId(row.getString("id")))
                .list();
    }

    private void handUpIfNobodySigns(ChangeId id) {
        Change change = changes.lock(id);
        if (change.status() != Status.SIGN_OFF) {
            return;
        }
        inbox.open(id.value(), ChangePlan.SIGN_OFF)
                .map(task -> Seat.of(task, change))
                .flatMap(this::whyNobodySigns)
                .ifPresent(why -> flow.handedUp(id, why));
    }

    private Optional<String> whyNobodySigns(Seat seat) {
        Leadership led = leaders.of(List.of(seat));
        PersonId director = led.leader(seat).orElseThrow();
        Instant due = seat.change().signOffDue().orElseThrow();
        return absences.now(director)
                .filter(absence -> isTheirOwnWord(absence, seat))
                .filter(absence -> !absence.end().isBefore(due))
                .filter(_ -> !isSignedMeanwhile(seat, led, due))
                .map(absence -> "%s is away until %s, and nobody can sign for them".formatted(director, absence.end()));
    }

    /** Who decides next must not be who said that the director is away. */
    private boolean isTheirOwnWord(Absence absence, Seat seat) {
        return !absence.recordedBy().equals(leaders.above(seat));
    }

    private boolean isSignedMeanwhile(Seat seat, Leadership led, Instant due) {
        return led.delegation(seat)
                .map(Delegation::delegate)
                .filter(delegate -> absences.now(delegate)
                        .filter(absence -> !absence.end().isBefore(due))
                        .isEmpty())
                .filter(delegate ->
                        sittings.of(seat, people.get(delegate)).toSit().granted())
                .isPresent();
    }
}
