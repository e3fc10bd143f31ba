package dev.countersign.reviews;

import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.PresentRoles;
import dev.countersign.identity.Role;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Refusal;
import dev.countersign.registry.ChainOfCommand;
import dev.countersign.registry.Department;
import dev.countersign.registry.Systems;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is away, and who decides for them meanwhile. Being away takes no right from anybody: who decides first wins. It ends
 * by the clock, and with it what others decide for them.
 */
@Component
public class Absences {

    private static final int MOST = 200;

    private final AbsenceRows rows;
    private final People people;
    private final Systems systems;
    private final ChainOfCommand command;
    private final PresentRoles roles;
    private final ReviewsProperties properties;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Absences(
            AbsenceRows rows,
            People people,
            Systems systems,
            ChainOfCommand command,
            PresentRoles roles,
            ReviewsProperties properties,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.people = people;
        this.systems = systems;
        this.command = command;
        this.roles = roles;
        this.properties = properties;
        this.events = events;
        this.clock = clock;
    }

    public boolean isAway(PersonId person) {
        return rows.isAway(person, clock.instant());
    }

    /** The absence that somebody is in now. */
    public Optional<Absence> now(PersonId person) {
        Instant now = clock.instant();
        return rows.of(person, now).stream()
                .filter(absence -> absence.isInForce(now))
                .findFirst();
    }

    /** Somebody's that are not over, the next first. */
    public List<Absence> of(PersonId person) {
        return rows.of(person, clock.instant());
    }

    /** All that are not over, the next first. */
    public List<Absence> current() {
        return rows.current(clock.instant(), MOST);
    }

    /** Those that are not over in which others count on somebody, the next first. */
    public List<Absence> naming(PersonId delegate) {
        return rows.naming(delegate, clock.instant());
    }

    public Absence get(long id) {
        return rows.find(id)
                .orElseThrow(() -> Refusal.notFound("reviews.unknown-absence")
                        .expectedTo("find absence %d", id)
                        .because("there is no such absence")
                        .instead("Choose one from the list."));
    }

    /** Who decides for a leader in a department at this moment. */
    public Optional<Delegation> delegation(PersonId leader, String department) {
        return rows.delegation(leader, department, clock.instant());
    }

    /** Whether somebody may declare and end a person's absences, and name who decides for them. */
    public Permission toManage(Person reader, PersonId person) {
        return AbsenceRules.toManage(reader, people.get(person), command.above(person));
    }

    /** Those for whom somebody else may do so, by name. */
    public List<Person> managedBy(Person reader) {
        Stream<PersonId> below = command.below(reader.id()).stream();
        Stream<PersonId> peers =
                reader.has(Role.VP) ? people.with(Role.VP).stream().map(Person::id) : Stream.empty();
        List<PersonId> all = Stream.concat(below, peers).distinct().toList();
        return people.named(all).stream()
                .filter(person -> !reader.is(person.id()))
                .filter(person -> toManage(reader, person.id()).granted())
                .toList();
    }

    /** Those who can decide for somebody in all that they lead, by name; nobody if they lead nothing. */
    public List<Person> candidates(PersonId person, Person recorder) {
        Set<Role> needed = led(person).roles();
        return needed.stream().findFirst().map(people::with).orElse(List.of()).stream()
                .filter(one -> one.roles().containsAll(needed))
                .filter(one -> !one.is(person) && !one.is(recorder.id()))
                .toList();
    }

    /** The departments that somebody leads. */
    public List<Department> departments(PersonId person) {
        return led(person).departments();
    }

    /** The same for one that is not over. */
    public Permission toEdit(Person reader, Absence absence) {
        return toManage(reader, absence.person())
                .and(() -> Permission.grantedIf(
                        !absence.isOver(clock.instant()),
                        () -> Refusal.conflict("reviews.absence-over")
                                .cannot("change this absence of %s", absence.person())
                                .because("it is over")
                                .instead("Declare another one.")));
    }

    @Transactional
    public Absence declare(AbsencePlan wanted, Person by) {
        rows.lock(wanted.person());
        Person recorder = roles.of(by);
        Instant now = clock.instant();
        AbsencePlan plan = wanted.notBefore(now);
        toManage(recorder, plan.person()).demand();
        AbsenceRules.times(plan, now, properties.longestAbsence()).demand();
        AbsenceRules.only(plan, rows.of(plan.person(), now)).demand();
        AbsenceRules.covered(plan, led(plan.person())).demand();
        Absence absence = get(rows.add(plan, recorder.id(), now));
        events.publishEvent(new AbsenceEvent.Declared(
                absence.id(),
                absence.person().value(),
                recorder.id().value(),
                absence.from(),
                absence.until(),
                absence.reason()));
        plan.delegate().ifPresent(delegate -> name(absence, delegate, Optional.empty(), recorder, now));
        return get(absence.id());
    }

    /** Names who decides meanwhile; for the departments that it covers the last one counts. */
    @Transactional
    public Absence delegate(long id, PersonId delegate, Optional<String> department, Person by) {
        rows.lock(get(id).person());
        Person recorder = roles.of(by);
        Absence absence = get(id);
        toEdit(recorder, absence).demand();
        if (!absence.endsWith(delegate, department)) {
            name(absence, delegate, department, recorder, clock.instant());
        }
        return get(id);
    }

    @Transactional
    public void end(long id, Person by) {
        rows.lock(get(id).person());
        Person recorder = roles.of(by);
        Absence absence = get(id);
        toEdit(recorder, absence).demand();
        rows.end(id, recorder.id(), clock.instant());
        events.publishEvent(new AbsenceEvent.Ended(
                id, absence.person().value(), recorder.id().value()));
    }

    private void name(Absence absence, PersonId delegate, Optional<String> department, Person recorder, Instant now) {
        Led led = department.map(led(absence.person())::in).orElse(led(absence.person()));
        AbsenceRules.delegate(led, people.get(delegate), recorder, absence, rows.of(delegate, now))
                .demand();
        rows.add(absence, delegate, department, recorder.id(), now);
        events.publishEvent(new AbsenceEvent.Delegated(
                absence.id(),
                absence.person().value(),
                recorder.id().value(),
                delegate.value(),
                department.orElse("")));
    }

    private Led led(PersonId person) {
        return Led.by(person, systems.departments());
    }
}
