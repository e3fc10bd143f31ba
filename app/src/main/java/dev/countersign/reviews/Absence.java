package dev.countersign.reviews;

import dev.countersign.identity.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A span in which somebody is not there to decide. It begins and ends by the clock, or before that when they are back.
 *
 * @param recordedBy themselves, or who declared it for them
 * @param delegations who decides for them meanwhile, the first named first
 */
public record Absence(
        long id,
        PersonId person,
        Instant from,
        Instant until,
        String reason,
        PersonId recordedBy,
        Instant at,
        Optional<Instant> endedAt,
        List<Delegation> delegations) {

    public Absence {
        delegations = List.copyOf(delegations);
    }

    Absence with(List<Delegation> named) {
        return new Absence(id, person, from, until, reason, recordedBy, at, endedAt, named);
    }

    /** When they are back, as far as is known. */
    public Instant end() {
        return endedAt.filter(until::isAfter).orElse(until);
    }

    public boolean isInForce(Instant now) {
        return !now.isBefore(from) && now.isBefore(end());
    }

    public boolean isOver(Instant now) {
        return endedAt.isPresent() || !now.isBefore(until);
    }

    boolean overlaps(Instant begin, Instant finish) {
        return from.isBefore(finish) && begin.isBefore(end());
    }

    /** Who decides for them in a department: the last one named for it, or for everything. */
    public Optional<Delegation> delegation(String department) {
        return delegations.stream()
                .filter(delegation -> delegation.covers(department))
                .reduce((_, later) -> later);
    }

    /** Whether exactly that was the last that was named, so that naming it again says nothing new. */
    boolean endsWith(PersonId delegate, Optional<String> department) {
        return !delegations.isEmpty()
                && delegations.getLast().delegate().equals(delegate)
                && delegations.getLast().department().equals(department);
    }

    /** The delegations that count: for each department, and for all the rest, the last one. */
    public List<Delegation> counting() {
        return delegations.stream().filter(this::counts).toList();
    }

    private boolean counts(Delegation delegation) {
        return delegations.stream()
                .filter(later -> later.id() > delegation.id())
                .noneMatch(later ->
                        later.department().isEmpty() || later.department().equals(delegation.department()));
    }
}
