package dev.countersign.reviews;

import dev.countersign.changes.Authors;
import dev.countersign.changes.Authorship;
import dev.countersign.changes.Change;
import dev.countersign.changes.Duties;
import dev.countersign.changes.Duty;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may claim, release and decide what. The page's buttons and the use cases ask the same question. */
@Component
public class Independence {

    private final Duties duties;
    private final Authors authors;
    private final Claims claims;
    private final Verdicts verdicts;
    private final SeatLeaders leaders;
    private final Relations relations;
    private final ReviewsProperties properties;
    private final Clock clock;

    Independence(
            Duties duties,
            Authors authors,
            Claims claims,
            Verdicts verdicts,
            SeatLeaders leaders,
            Relations relations,
            ReviewsProperties properties,
            Clock clock) {
        this.duties = duties;
        this.authors = authors;
        this.claims = claims;
        this.verdicts = verdicts;
        this.leaders = leaders;
        this.relations = relations;
        this.properties = properties;
        this.clock = clock;
    }

    /** Whether somebody may take the seat, whoever holds it now. */
    public Permission toSit(Seat seat, Person person) {
        return SeatRules.toSit(seat, person, facts(seat));
    }

    /** Whether somebody may claim it: it must be free too, and their only one on this change. */
    public Permission toClaim(Seat seat, Person person) {
        return toSit(seat, person).and(() -> free(seat)).and(() -> only(seat, person));
    }

    /** Whether somebody may be given it, whoever holds it now. */
    public Permission toReceive(Seat seat, Person person) {
        return toSit(seat, person).and(() -> only(seat, person));
    }

    /** Whether somebody may decide: they hold it, or nobody does. Their own delegate keeps nobody away. */
    public Permission toDecide(Seat seat, Person person) {
        return isHeldBy(seat, person) || isHeldFor(seat, person) ? toSit(seat, person) : toClaim(seat, person);
    }

    private boolean isHeldFor(Seat seat, Person person) {
        Optional<PersonId> holder = claims.holder(seat.task().id());
        return leaders.delegation(seat)
                .filter(given -> person.is(given.delegator()))
                .map(Delegation::delegate)
                .filter(delegate -> holder.filter(delegate::equals).isPresent())
                .isPresent();
    }

    /** Whether somebody may take it from who claimed it long ago and did nothing since. */
    public Permission toTakeOver(Seat seat, Person person) {
        return toReceive(seat, person).and(() -> idle(seat, person));
    }

    private Permission idle(Seat seat, Person person) {
        Optional<Instant> free = claims.since(seat.task().id()).map(since -> since.plus(properties.takeOverAfter()));
        return Permission.grantedIf(
                free.isPresent() && !isHeldBy(seat, person) && !clock.instant().isBefore(free.get()),
                () -> Refusal.conflict(
                        "reviews.claim-counts",
                        "Expected to take over the %s of change '%s', but %s."
                                .formatted(
                                        seat.words(),
                                        seat.change().id(),
                                        free.map("nobody may before %s"::formatted)
                                                .orElse("nobody has claimed it")),
                        "Take another one, or ask who claimed it to release it."));
    }

    /** Whether somebody may give it back. */
    public Permission toRelease(Seat seat, Person person) {
        return Permission.grantedIf(
                isHeldBy(seat, person),
                () -> SeatRules.denied(
                        "release",
                        seat,
                        "'%s' does not hold it".formatted(person.id()),
                        "Only who claimed it can release it."));
    }

    private boolean isHeldBy(Seat seat, Person person) {
        return claims.holder(seat.task().id()).filter(person::is).isPresent();
    }

    private SeatFacts facts(Seat seat) {
        Change change = seat.change();
        return new SeatFacts() {
            @Override
            public Optional<Duty> duty(Person person) {
                return duties.of(change.id(), person.id());
            }

            @Override
            public Optional<Authorship> authorship(Person person) {
                return authors.of(change.id(), person.id());
            }

            @Override
            public Optional<PersonId> leader() {
                return leaders.of(seat);
            }

            @Override
            public Optional<Person> behind(Person person) {
                return leaders.behind(seat, person);
            }

            @Override
            public boolean hasSpoken(Person person) {
                return verdicts.of(change.id(), change.revision().number()).stream()
                        .anyMatch(given -> given.isOf(person.id()));
            }

            @Override
            public List<Relation> refused(Person person) {
                return relations.refused(change.id(), person.id());
            }
        };
    }

    private Permission free(Seat seat) {
        Optional<PersonId> holder = claims.holder(seat.task().id());
        return Permission.grantedIf(
                holder.isEmpty(),
                () -> SeatRules.denied(
                        "claim",
                        seat,
                        "'%s' has claimed it".formatted(holder.orElseThrow()),
                        "Take another one, or ask them to release it."));
    }

    private Permission only(Seat seat, Person person) {
        return Permission.grantedIf(
                !claims.holdsAnother(
                        person.id(), seat.change().id(), seat.task().id()),
                () -> SeatRules.denied(
                        "claim",
                        seat,
                        "'%s' holds the other review of this change".formatted(person.id()),
                        "Two different people are needed."));
    }
}
