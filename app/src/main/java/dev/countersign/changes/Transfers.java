package dev.countersign.changes;

import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.PresentRoles;
import dev.countersign.refusals.Permission;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts a change into another engineer's hands, at once. Its text and what was decided stay; whoever had it stays one of
 * its authors for good.
 */
@Component
public class Transfers {

    private static final Duration LATELY = Duration.ofDays(7);
    private static final int MOST = 10;

    private final TransferRows rows;
    private final Changes changes;
    private final Duties duties;
    private final ChangeLeaders leaders;
    private final People people;
    private final PresentRoles roles;
    private final ChangeLedger ledger;
    private final Clock clock;

    Transfers(
            TransferRows rows,
            Changes changes,
            Duties duties,
            ChangeLeaders leaders,
            People people,
            PresentRoles roles,
            ChangeLedger ledger,
            Clock clock) {
        this.rows = rows;
        this.changes = changes;
        this.duties = duties;
        this.leaders = leaders;
        this.people = people;
        this.roles = roles;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What somebody got or gave away within the last week, the latest first. */
    public List<Transfer> latelyOf(Person person) {
        return rows.about(person.id(), clock.instant().minus(LATELY), MOST);
    }

    /** The changes that somebody has handed over and did not get back: it is not their turn there any more. */
    public Set<ChangeId> handedOverBy(Person person) {
        return rows.handedOverBy(person.id());
    }

    public Permission toHandOver(Change change, Person person) {
        return TransferRules.toHandOver(
                change,
                person,
                somebody -> duties.isAuthor(change.id(), somebody.id()),
                leader -> leaders.include(change, leader));
    }

    public Permission toTake(Change change, PersonId next) {
        return TransferRules.toTake(change, next, people.find(next), duties.mayTake(change.id(), next, Duty.AUTHOR));
    }

    @Transactional
    public Change handOver(ChangeId id, Person person, PersonId next, String reason) {
        Change change = changes.lock(id);
        toHandOver(change, roles.of(person)).demand();
        toTake(change, next).demand();
        if (change.status() != Status.DRAFT) {
            duties.take(id, next, Duty.AUTHOR);
        }
        rows.add(new Transfer(id, change.author(), next, person.id(), reason, clock.instant()));
        return ledger.write(
                change.handedTo(next),
                new ChangeEvent.HandedOver(
                        id,
                        person.id().value(),
                        change.systems(),
                        change.author().value(),
                        next.value(),
                        reason));
    }
}
