package dev.countersign.reviews;

import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Refusal;
import dev.countersign.refusals.Words;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may claim, release and decide what. The page's buttons and the use cases ask the same question. */
@Component
public class Independence {

    private final Claims claims;
    private final SeatLook look;
    private final ReviewsProperties properties;
    private final Clock clock;

    Independence(Claims claims, OneSeat look, ReviewsProperties properties, Clock clock) {
        this.claims = claims;
        this.look = look;
        this.properties = properties;
        this.clock = clock;
    }

    /** Whether somebody may take the seat, whoever holds it now. */
    public Permission toSit(Seat seat, Person person) {
        return toSit(seat, person, look);
    }

    private static Permission toSit(Seat seat, Person person, SeatLook look) {
        return SeatRules.toSit(seat, person, look.facts(seat));
    }

    /** Whether somebody may claim it: it must be free too, and their only one on this change. */
    public Permission toClaim(Seat seat, Person person) {
        return toClaim(seat, person, look);
    }

    private static Permission toClaim(Seat seat, Person person, SeatLook look) {
        return toSit(seat, person, look).and(() -> free(seat, look)).and(() -> only(seat, person, look));
    }

    /** Whether somebody may be given it, whoever holds it now. */
    public Permission toReceive(Seat seat, Person person) {
        return toSit(seat, person).and(() -> only(seat, person, look));
    }

    /** Whether somebody may decide: they hold it, or nobody does. Their own delegate keeps nobody away. */
    public Permission toDecide(Seat seat, Person person) {
        return toDecide(seat, person, look);
    }

    /** The same, by what was looked up for many seats. */
    static Permission toDecide(Seat seat, Person person, SeatLook look) {
        return isHeldBy(seat, person, look) || isHeldFor(seat, person, look)
                ? toSit(seat, person, look)
                : toClaim(seat, person, look);
    }

    private static boolean isHeldFor(Seat seat, Person person, SeatLook look) {
        Optional<PersonId> holder = look.holder(seat);
        return look.delegation(seat)
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
                free.isPresent()
                        && !isHeldBy(seat, person, look)
                        && !clock.instant().isBefore(free.get()),
                () -> Refusal.conflict("reviews.claim-counts")
                        .cannot(
                                "take over the %s of %s",
                                seat.words(), seat.change().id())
                        .because(free.map(at -> Words.of("nobody can before %s", at))
                                .orElseGet(() -> Words.of("nobody has claimed it")))
                        .instead("Take another one, or ask whoever claimed it to release it."));
    }

    /** Whether somebody may give it back. */
    public Permission toRelease(Seat seat, Person person) {
        return Permission.grantedIf(
                isHeldBy(seat, person, look),
                () -> SeatRules.denied("release", seat)
                        .because("%s [hasn't|haven't] claimed it", person.id())
                        .instead("Only whoever claimed it can release it."));
    }

    private static boolean isHeldBy(Seat seat, Person person, SeatLook look) {
        return look.holder(seat).filter(person::is).isPresent();
    }

    private static Permission free(Seat seat, SeatLook look) {
        Optional<PersonId> holder = look.holder(seat);
        return Permission.grantedIf(
                holder.isEmpty(),
                () -> SeatRules.denied("claim", seat)
                        .because("%s [has|have] already claimed it", holder.orElseThrow())
                        .instead("Take another one, or ask them to release it."));
    }

    private static Permission only(Seat seat, Person person, SeatLook look) {
        return Permission.grantedIf(
                !look.holdsAnother(seat, person.id()),
                () -> SeatRules.denied("claim", seat)
                        .because("%s [has|have] claimed the other review of this change", person.id())
                        .instead("Two different people must review it."));
    }
}
