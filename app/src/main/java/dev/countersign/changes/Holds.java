package dev.countersign.changes;

import dev.countersign.changes.Hold.Release;
import dev.countersign.changes.Hold.Side;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Refusal;
import dev.countersign.refusals.Words;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The cord that everybody can pull: while a change is held, nothing of it goes through the gate. It stays where it is,
 * people go on deciding, and its time runs.
 */
@Component
public class Holds {

    private final HoldRows rows;
    private final Changes changes;
    private final ChangePermissions permissions;
    private final Duties duties;
    private final Authors authors;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Holds(
            HoldRows rows,
            Changes changes,
            ChangePermissions permissions,
            Duties duties,
            Authors authors,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.changes = changes;
        this.permissions = permissions;
        this.duties = duties;
        this.authors = authors;
        this.events = events;
        this.clock = clock;
    }

    /** Oldest first. */
    public List<Hold> of(ChangeId change) {
        return rows.of(change);
    }

    /** The one that stops it now; there is one at most. */
    public Optional<Hold> open(ChangeId change) {
        return of(change).stream().filter(Hold::isOpen).findFirst();
    }

    /** Those of them that one stops now. */
    public Set<ChangeId> openAmong(Collection<ChangeId> changes) {
        return rows.of(changes).stream().filter(Hold::isOpen).map(Hold::change).collect(Collectors.toUnmodifiableSet());
    }

    /** The same, as long as the change is on its way: what has ended is stopped by nothing. */
    public Optional<Hold> stopping(Change change) {
        return change.status().canBeWithdrawn() ? open(change.id()) : Optional.empty();
    }

    /** Those that wait for this person's word, the longest waiting first. */
    public List<Hold> waitingFor(Person person, int most) {
        return rows.waitingFor(person.id(), most);
    }

    /** People only: a pipeline that must not deploy asks the gate and hears no. */
    public Permission toHold(Change change, Person person) {
        return reader("hold %s", change, person)
                .and(() -> Permission.grantedIf(
                        change.status().canBeHeld(),
                        () -> Refusal.conflict("changes.wrong-state")
                                .cannot("hold %s", change.id())
                                .because("it is %s", change.status().label().toLowerCase(Locale.ROOT))
                                .instead("It can be held from its review until it is executed.")))
                .and(() -> Permission.grantedIf(
                        open(change.id()).isEmpty(),
                        () -> Refusal.conflict("changes.held-already")
                                .cannot("hold %s", change.id())
                                .because("it is already held")
                                .instead("There is nothing left to do.")));
    }

    /** Everybody may say that it can go on; it needs the word of both sides. */
    public Permission toRelease(Change change, Person person) {
        Optional<Hold> open = stopping(change);
        Optional<Side> side = side(change, person);
        return reader("lift the hold on %s", change, person)
                .and(() -> oneSided(side, change, person))
                .and(() -> Permission.grantedIf(
                        open.isPresent(),
                        () -> Refusal.conflict("changes.not-held")
                                .cannot("lift the hold on %s", change.id())
                                .because("it is not held")
                                .instead("There is nothing to do.")))
                .and(() -> Permission.grantedIf(
                        open.orElseThrow().of(side.orElseThrow()).isEmpty(),
                        () -> Refusal.conflict("changes.released-already")
                                .cannot("lift the hold on %s", change.id())
                                .because(
                                        "%s has already agreed",
                                        side.orElseThrow().words())
                                .instead(
                                        "Wait until %s agrees, too.",
                                        open.orElseThrow().missing())));
    }

    @Transactional
    public Hold hold(ChangeId id, Person person, String reason) {
        Change change = changes.lock(id);
        toHold(change, person).demand();
        int number = rows.of(id).size() + 1;
        Hold hold = new Hold(id, number, person.id(), reason, clock.instant(), Optional.empty(), Optional.empty());
        rows.add(hold);
        events.publishEvent(new ChangeEvent.Held(id, person.id().value(), change.systems(), number, reason));
        return hold;
    }

    /**
     * Says, for an author or for the others, that it may go on; it does when both have. Whoever said so of this hold before
     * has said it once.
     *
     * @return the hold, if it goes on stopping the change
     */
    @Transactional
    public Optional<Hold> release(ChangeId id, Person person) {
        Change change = changes.lock(id);
        Permission permission = toRelease(change, person);
        if (!permission.granted() && hasReleased(id, person)) {
            return open(id);
        }
        permission.demand();
        Hold hold = open(id).orElseThrow();
        Side side = side(change, person).orElseThrow();
        rows.add(hold, side, new Release(person.id(), clock.instant()));
        Optional<Hold> left = open(id);
        events.publishEvent(new ChangeEvent.Released(
                id,
                person.id().value(),
                change.systems(),
                hold.number(),
                side,
                left.map(Hold::missing).orElse("")));
        return left;
    }

    private boolean hasReleased(ChangeId change, Person person) {
        List<Hold> all = of(change);
        return !all.isEmpty() && all.getLast().isReleasedBy(person.id());
    }

    /** Who decided on it before it was known that they are behind one of its commits stands for neither side. */
    private Permission oneSided(Optional<Side> side, Change change, Person person) {
        return Permission.grantedIf(
                side.isPresent(),
                () -> Refusal.forbidden("changes.release-of-neither-side")
                        .cannot("lift the hold on %s for those who did not write it", change.id())
                        .because(
                                "%s %s",
                                person.id(),
                                authors.of(change.id(), person.id())
                                        .map(Authorship::fact)
                                        .orElseGet(() -> Words.of("wrote it")))
                        .instead("Ask somebody who did not write it."));
    }

    private Optional<Side> side(Change change, Person person) {
        return Side.of(duties.of(change.id(), person.id()), authors.include(change.id(), person.id()));
    }

    private Permission reader(String attempt, Change change, Person person) {
        return permissions
                .toRead(change, person)
                .and(() -> Permission.grantedIf(
                        person.roles().stream().anyMatch(role -> role != Role.GATE),
                        () -> Refusal.forbidden("changes.not-permitted")
                                .cannot(attempt, change.id())
                                .because("%s [has|have] no role here", person.id())
                                .instead("Ask somebody who works here.")));
    }
}
