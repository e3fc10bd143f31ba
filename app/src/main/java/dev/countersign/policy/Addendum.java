package dev.countersign.policy;

import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.refusals.Permission;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Additions to the base policy for a time, proposed by one leader and approved by another. */
public record Addendum(
        AddendumId id,
        Proposal proposal,
        PersonId proposedBy,
        Instant proposedAt,
        Optional<Decision> decision,
        End end,
        Optional<Amendment> amendment) {

    /**
     * When it ends, and what is done about that.
     *
     * @param at empty until it is approved
     * @param closedAt when its end was taken down; by then it has been over for a while
     * @param extensions how often its end was moved to a later day
     * @param reminded how many days before its present end leaders were reminded
     * @param choice what was decided about its present end
     */
    public record End(
            Optional<Instant> at,
            boolean early,
            Optional<Instant> closedAt,
            int extensions,
            Set<Integer> reminded,
            Optional<Choice> choice) {

        static final End OPEN = new End(Optional.empty(), false, Optional.empty(), 0, Set.of(), Optional.empty());

        public End {
            reminded = Set.copyOf(reminded);
        }

        private End movedTo(Instant later) {
            return new End(Optional.of(later), early, closedAt, extensions, reminded, choice);
        }

        private End earlyAt(Instant now) {
            return new End(Optional.of(now), true, Optional.of(now), extensions, reminded, choice);
        }

        private End closed(Instant now) {
            return new End(at, early, Optional.of(closedAt.orElse(now)), extensions, reminded, choice);
        }
    }

    private static final Duration DAY = Duration.ofDays(1);

    public String title() {
        return proposal.title();
    }

    public String reason() {
        return proposal.reason();
    }

    public int days() {
        return proposal.days();
    }

    public Scope scope() {
        return proposal.scope();
    }

    /** The earliest moment at which it begins; empty if it begins with its approval. */
    public Optional<Instant> startsOn() {
        return proposal.startsOn();
    }

    /** Empty until it is approved. */
    public Optional<Instant> endsAt() {
        return end.at();
    }

    /** When its end was taken down; empty until then. */
    public Optional<Instant> closedAt() {
        return end.closedAt();
    }

    public int extensions() {
        return end.extensions();
    }

    public Optional<Choice> choice() {
        return end.choice();
    }

    static Addendum propose(AddendumId id, Proposal proposal, Person by, Instant now) {
        AddendumRules.toPropose(by).demand();
        proposal.demandStartAfter(now);
        return new Addendum(id, proposal, by.id(), now, Optional.empty(), End.OPEN, Optional.empty());
    }

    /** In force from this moment, or from the later one that it names, if the answer is yes. */
    Addendum decide(Person by, boolean approve, String words, Instant now) {
        toDecide(by, now).demand();
        Decision said = new Decision(by.id(), approve, words.strip(), now);
        End next = approve ? end.movedTo(start(now).plus(DAY.multipliedBy(days()))) : end;
        return new Addendum(id, proposal, proposedBy, proposedAt, Optional.of(said), next, amendment);
    }

    Addendum amend(int number, Optional<Instant> newEnd, String why, Person by, Instant now) {
        toAmend(by, now).demand();
        newEnd.ifPresent(later -> AddendumRules.demandLater(this, later, now));
        Amendment asked = new Amendment(number, newEnd, why.strip(), by.id(), now, Optional.empty());
        return with(end, Optional.of(asked));
    }

    /**
     * Moves the end if the answer is yes; an early end is now, and nothing is left to do after it. What takes a third
     * leader goes on waiting after the second one's yes.
     */
    Addendum decideAmendment(int number, Person by, boolean approve, String words, Instant now) {
        toDecideAmendment(by, now).demand();
        Amendment asked = AddendumRules.demandOpen(this, number);
        if (!approve) {
            return with(end, Optional.empty());
        }
        if (AddendumRules.needsThird(this, asked) && asked.approval().isEmpty()) {
            Decision said = new Decision(by.id(), true, words.strip(), now);
            return with(end, Optional.of(asked.approved(said)));
        }
        return with(asked.endsAt().map(end::movedTo).orElseGet(() -> end.earlyAt(now)), Optional.empty());
    }

    /** Takes down what comes after the end; an extension is proposed instead. */
    Choice choose(Choice.Kind kind, Person by, String words, Instant now) {
        toChoose(by, now).demand();
        return new Choice(kind, by.id(), words.strip(), Optional.empty(), now);
    }

    /** Takes down that it is over; what still waited for a decision lapses. */
    Addendum close(Instant now) {
        if (!state(now).isOver()) {
            throw new IllegalStateException("Expected to close addendum '%s', but it is not over.".formatted(id));
        }
        return with(end.closed(now), Optional.empty());
    }

    public AddendumState state(Instant now) {
        if (decision.isEmpty()) {
            return AddendumState.PROPOSED;
        }
        if (endsAt().isEmpty()) {
            return AddendumState.DECLINED;
        }
        if (!now.isBefore(endsAt().get())) {
            return end.early() ? AddendumState.ENDED_EARLY : AddendumState.EXPIRED;
        }
        return now.isBefore(startsAt().orElseThrow()) ? AddendumState.SCHEDULED : AddendumState.IN_FORCE;
    }

    public Optional<Instant> startsAt() {
        return decision.filter(Decision::approved).map(Decision::at).map(this::start);
    }

    /** Whether its end is so near that somebody has to say what comes after it, and nobody has. */
    boolean awaitsChoice(Instant now) {
        return state(now) == AddendumState.IN_FORCE
                && choice().isEmpty()
                && amendment.isEmpty()
                && asksForChoiceFrom().filter(from -> !now.isBefore(from)).isPresent();
    }

    /** From when on VPs are asked what comes after its end. */
    public Optional<Instant> asksForChoiceFrom() {
        return endsAt().map(last -> last.minus(Reminders.DECISION));
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
                .flatMap(start -> endsAt().map(last ->
                        Duration.between(start, last).plus(DAY).minusNanos(1).dividedBy(DAY)))
                .orElse((long) days());
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

    public Permission toChoose(Person person, Instant now) {
        return AddendumRules.toChoose(this, person, now);
    }

    private Instant start(Instant approved) {
        return startsOn().filter(approved::isBefore).orElse(approved);
    }

    private Addendum with(End next, Optional<Amendment> open) {
        return new Addendum(id, proposal, proposedBy, proposedAt, decision, next, open);
    }
}
