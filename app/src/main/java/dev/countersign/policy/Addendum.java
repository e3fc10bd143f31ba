package dev.countersign.policy;

import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.refusals.Permission;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Additions to the base policy for a time, proposed by one leader and approved by another.
 *
 * @param tier it covers changes to systems of this tier or a more critical one
 * @param endsAt empty until it is approved
 * @param closedAt when its end was taken down; by then it has been over for a while
 * @param amendment the one that waits for a decision
 */
public record Addendum(
        AddendumId id,
        String title,
        String reason,
        int days,
        int tier,
        PersonId proposedBy,
        Instant proposedAt,
        Optional<Decision> decision,
        Optional<Instant> endsAt,
        boolean endedEarly,
        Optional<Instant> closedAt,
        Optional<Amendment> amendment) {

    static final int MOST_CRITICAL_TIER = 1;
    private static final Duration DAY = Duration.ofDays(1);

    static Addendum propose(AddendumId id, Proposal proposal, Person by, Instant now) {
        AddendumRules.toPropose(by).demand();
        return new Addendum(
                id,
                proposal.title(),
                proposal.reason(),
                proposal.days(),
                MOST_CRITICAL_TIER,
                by.id(),
                now,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    /** In force from this moment if the answer is yes. */
    Addendum decide(Person by, boolean approve, String words, Instant now) {
        toDecide(by, now).demand();
        Decision said = new Decision(by.id(), approve, words.strip(), now);
        Optional<Instant> end = approve ? Optional.of(now.plus(DAY.multipliedBy(days))) : Optional.empty();
        return with(Optional.of(said), end, false, closedAt, amendment);
    }

    Addendum amend(int number, Optional<Instant> newEnd, String why, Person by, Instant now) {
        toAmend(by, now).demand();
        newEnd.ifPresent(end -> AddendumRules.demandLater(this, end, now));
        Amendment asked = new Amendment(number, newEnd, why.strip(), by.id(), now);
        return with(decision, endsAt, endedEarly, closedAt, Optional.of(asked));
    }

    /** Moves the end if the answer is yes; an early end is now, and nothing is left to do after it. */
    Addendum decideAmendment(int number, Person by, boolean approve, Instant now) {
        toDecideAmendment(by, now).demand();
        Amendment asked = AddendumRules.demandOpen(this, number);
        if (!approve) {
            return with(decision, endsAt, endedEarly, closedAt, Optional.empty());
        }
        boolean ends = !asked.isExtension();
        return with(
                decision,
                Optional.of(asked.endsAt().orElse(now)),
                ends,
                ends ? Optional.of(now) : closedAt,
                Optional.empty());
    }

    /** Takes down that it is over; what still waited for a decision lapses. */
    Addendum close(Instant now) {
        if (!state(now).isOver()) {
            throw new IllegalStateException("Expected to close addendum '%s', but it is not over.".formatted(id));
        }
        return with(decision, endsAt, endedEarly, Optional.of(closedAt.orElse(now)), Optional.empty());
    }

    public AddendumState state(Instant now) {
        if (decision.isEmpty()) {
            return AddendumState.PROPOSED;
        }
        if (endsAt.isEmpty()) {
            return AddendumState.DECLINED;
        }
        if (now.isBefore(endsAt.get())) {
            return AddendumState.IN_FORCE;
        }
        return endedEarly ? AddendumState.ENDED_EARLY : AddendumState.EXPIRED;
    }

    public Optional<Instant> startsAt() {
        return decision.filter(Decision::approved).map(Decision::at);
    }

    /** The day it is in, from 1; it has run its last day once it is over. */
    public long day(Instant now) {
        return startsAt()
                .map(start -> Math.min(Duration.between(start, now).dividedBy(DAY) + 1, length()))
                .orElse(0L);
    }

    /** In days, the last one counted though it may not be whole. */
    public long length() {
        return startsAt()
                .flatMap(start -> endsAt.map(end ->
                        Duration.between(start, end).plus(DAY).minusNanos(1).dividedBy(DAY)))
                .orElse((long) days);
    }

    public Permission toDecide(Person person, Instant now) {
        return AddendumRules.toDecide(this, person, now);
    }

    public Permission toAmend(Person person, Instant now) {
        return AddendumRules.toAmend(this, person, now);
    }

    public Permission toDecideAmendment(Person person, Instant now) {
        return AddendumRules.toDecideAmendment(this, person, now);
    }

    private Addendum with(
            Optional<Decision> said,
            Optional<Instant> end,
            boolean early,
            Optional<Instant> closed,
            Optional<Amendment> open) {
        return new Addendum(id, title, reason, days, tier, proposedBy, proposedAt, said, end, early, closed, open);
    }
}
