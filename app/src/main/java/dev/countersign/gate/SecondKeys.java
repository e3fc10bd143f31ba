package dev.countersign.gate;

import dev.countersign.changes.Authors;
import dev.countersign.changes.Authorship;
import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePermissions;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Duties;
import dev.countersign.changes.Duty;
import dev.countersign.changes.Revisions;
import dev.countersign.changes.Status;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Refusal;
import dev.countersign.refusals.Refusal.Attempt;
import dev.countersign.refusals.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The second key: where the policy demands it, nothing goes through the gate unless another person stands by. */
@Component
public class SecondKeys {

    private final Changes changes;
    private final ChangePermissions permissions;
    private final Revisions revisions;
    private final Duties duties;
    private final Authors authors;
    private final KeyRows rows;
    private final Demands demands;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Duration holds;

    SecondKeys(
            Changes changes,
            ChangePermissions permissions,
            Revisions revisions,
            Duties duties,
            Authors authors,
            KeyRows rows,
            Demands demands,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${countersign.gate.key-holds:PT30M}") Duration holds) {
        this.changes = changes;
        this.permissions = permissions;
        this.revisions = revisions;
        this.duties = duties;
        this.authors = authors;
        this.rows = rows;
        this.demands = demands;
        this.events = events;
        this.clock = clock;
        this.holds = holds;
    }

    /** The newest first. */
    public List<SecondKey> of(ChangeId change) {
        return rows.of(change);
    }

    /** The one that holds now for the current text. */
    public Optional<SecondKey> holding(Change change) {
        return rows.holding(
                change.id(), revisions.counting(change.revision()), authors.of(change.id()), clock.instant());
    }

    /** The changes that wait for a key which this person may turn, those first that were assessed so. */
    public List<Change> wantedFrom(Person person, int most) {
        return hasRole(person)
                ? rows.withoutKey(person.id(), clock.instant()).stream()
                        .map(changes::get)
                        .filter(change -> toTurn(change, person).granted())
                        .limit(most)
                        .toList()
                : List.of();
    }

    @Transactional
    public SecondKey turn(ChangeId id, Person person) {
        Change change = changes.lock(id);
        toTurn(change, person).demand();
        Duty duty = duties.of(id, person.id()).orElse(Duty.KEY_HOLDER);
        duties.take(id, person.id(), duty);
        Instant now = clock.instant();
        SecondKey key =
                new SecondKey(change.revision().number(), change.revision().hash(), person.id(), now, now.plus(holds));
        rows.add(id, key, duty);
        events.publishEvent(
                new KeyTurned(id, person.id().value(), change.systems(), key.revision(), key.hash(), key.until()));
        return key;
    }

    public Permission toTurn(Change change, Person person) {
        return Permission.grantedIf(
                        hasRole(person),
                        () -> denied(change)
                                .because("%s [is|are] neither a reviewer nor a director nor a VP", person.id())
                                .instead("Ask one of them."))
                .and(() -> permissions.toRead(change, person))
                .and(() -> Permission.grantedIf(
                        !person.is(change.author()) && !authors.include(change.id(), person.id()),
                        () -> denied(change)
                                .because("%s %s", person.id(), wrote(change, person))
                                .instead("Ask somebody who is not one of its authors.")))
                .and(() -> now(change))
                .and(() -> notTheirsAlready(change, person));
    }

    /** The same press again must not make a key hold longer. */
    private Permission notTheirsAlready(Change change, Person person) {
        var theirs = rows.holding(change.id(), person.id(), revisions.counting(change.revision()), clock.instant());
        return Permission.grantedIf(
                theirs.isEmpty(),
                () -> conflict(change)
                        .because("yours holds until %s", theirs.orElseThrow().until())
                        .instead("Turn it again when it has run out."));
    }

    private Words wrote(Change change, Person person) {
        return authors.of(change.id(), person.id()).map(Authorship::fact).orElseGet(() -> Words.of("wrote it"));
    }

    private static boolean hasRole(Person person) {
        return person.has(Role.REVIEWER) || person.has(Role.DIRECTOR) || person.has(Role.VP);
    }

    /** Whether the gate lets this change through with a key only. */
    boolean isDemanded(Change change) {
        return change.status() == Status.APPROVED && demands.of(change).secondKey();
    }

    private Permission now(Change change) {
        return Permission.grantedIf(
                        change.status() == Status.APPROVED,
                        () -> conflict(change)
                                .because("it is not waiting for its execution")
                                .instead("Reload the change to see what is possible now."))
                .and(() -> Permission.grantedIf(
                        isDemanded(change),
                        () -> conflict(change)
                                .because("its policy demands none")
                                .instead("Go ahead without one.")))
                .and(() -> Permission.grantedIf(
                        change.window().isOpen(clock.instant()),
                        () -> conflict(change)
                                .because(
                                        "its window is %s to %s",
                                        change.window().start(), change.window().end())
                                .instead("Turn it while the window is open.")));
    }

    private static Attempt denied(Change change) {
        return Refusal.forbidden("gate.key-not-permitted").cannot("turn the second key of %s", change.id());
    }

    private static Attempt conflict(Change change) {
        return Refusal.conflict("gate.key-not-now").cannot("turn the second key of %s", change.id());
    }
}
