package dev.countersign.reviews;

import dev.countersign.changes.Authors;
import dev.countersign.changes.Authorship;
import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Duty;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.registry.Department;
import dev.countersign.registry.Systems;
import dev.countersign.reviews.ManySeats.Led;
import dev.countersign.reviews.ManySeats.Post;
import dev.countersign.reviews.ManySeats.There;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Fetches what lists of seats need to know of their reader, with as many questions for two hundred as for one. */
@Component
class SeatsAtOnce {

    private final JdbcClient sql;
    private final OneSeat closely;
    private final Systems systems;
    private final AbsenceRows absences;
    private final People people;
    private final Authors authors;
    private final Verdicts verdicts;
    private final Relations relations;
    private final Clock clock;

    SeatsAtOnce(
            JdbcClient sql,
            OneSeat closely,
            Systems systems,
            AbsenceRows absences,
            People people,
            Authors authors,
            Verdicts verdicts,
            Relations relations,
            Clock clock) {
        this.sql = sql;
        this.closely = closely;
        this.systems = systems;
        this.absences = absences;
        this.people = people;
        this.authors = authors;
        this.verdicts = verdicts;
        this.relations = relations;
        this.clock = clock;
    }

    SeatLook of(List<Seat> seats, PersonId reader) {
        Map<ChangeId, Change> changes = seats.stream()
                .map(Seat::change)
                .collect(Collectors.toMap(Change::id, Function.identity(), (one, same) -> one));
        Map<Post, PersonId> leaders = leaders(seats);
        Map<Led, Delegation> delegations = delegations(leaders);
        Map<PersonId, Person> absent = absent(delegations.values(), reader);
        Set<PersonId> known = new HashSet<>(absent.keySet());
        known.add(reader);
        return new ManySeats(
                reader,
                closely,
                known,
                holders(seats),
                held(changes.keySet(), reader),
                leaders,
                delegations,
                absent,
                duties(changes.keySet(), known),
                wrote(changes.keySet(), known),
                spoke(changes.values(), known),
                refused(changes.keySet(), known));
    }

    private Map<Post, PersonId> leaders(List<Seat> seats) {
        Map<Post, PersonId> leaders = new HashMap<>();
        if (seats.stream().anyMatch(Seat::isALeaders)) {
            for (Department one : systems.departments()) {
                leaders.put(new Post(Duty.DIRECTOR, one.key()), one.director());
                leaders.put(new Post(Duty.VP, one.key()), one.vp());
            }
        }
        leaders.keySet().retainAll(seats.stream().map(Post::of).collect(Collectors.toSet()));
        return leaders;
    }

    private Map<Led, Delegation> delegations(Map<Post, PersonId> leaders) {
        List<Led> led = leaders.entrySet().stream()
                .map(one -> new Led(one.getValue(), one.getKey().department()))
                .distinct()
                .toList();
        if (led.isEmpty()) {
            return Map.of();
        }
        return absences
                .delegations(
                        led.stream().map(Led::leader).toList(),
                        led.stream().map(Led::department).toList(),
                        clock.instant())
                .stream()
                .collect(Collectors.toMap(
                        one -> new Led(one.delegation().delegator(), one.department()),
                        AbsenceRows.InDepartment::delegation));
    }

    private Map<PersonId, Person> absent(Collection<Delegation> delegations, PersonId reader) {
        Set<PersonId> absent = delegations.stream()
                .filter(given -> given.delegate().equals(reader))
                .map(Delegation::delegator)
                .collect(Collectors.toSet());
        return absent.isEmpty()
                ? Map.of()
                : people.named(absent).stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }

    private Map<Long, PersonId> holders(List<Seat> seats) {
        return sql
                .sql("SELECT task_id, person_id FROM reviews.claim WHERE task_id = ANY(:tasks) AND NOT"
                        + " reviews.is_away(person_id, :now)")
                .param("tasks", seats.stream().map(seat -> seat.task().id()).toArray(Long[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, _) -> Map.entry(row.getLong("task_id"), PersonId.recorded(row.getString("person_id"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<ChangeId, Set<Long>> held(Set<ChangeId> changes, PersonId reader) {
        return sql
                .sql("""
            SELECT c.change_id, c.task_id FROM reviews.claim c JOIN engine.user_task t ON t.id = c.task_id AND t.state = 'OPEN'
            WHERE c.person_id = :reader AND c.change_id = ANY(:changes)
            """)
                .param("changes", ids(changes))
                .param("reader", reader.value())
                .query((row, _) -> Map.entry(new ChangeId(row.getString("change_id")), row.getLong("task_id")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    private Map<There, Duty> duties(Set<ChangeId> changes, Set<PersonId> known) {
        return sql
                .sql("""
            SELECT change_id, person_id, duty FROM changes.duty WHERE change_id = ANY(:changes) AND person_id = ANY(:known)
            """)
                .param("changes", ids(changes))
                .param("known", known.stream().map(PersonId::value).toArray(String[]::new))
                .query((row, _) -> Map.entry(
                        new There(
                                new ChangeId(row.getString("change_id")),
                                PersonId.recorded(row.getString("person_id"))),
                        Duty.valueOf(row.getString("duty"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The plainest of what each of them did. */
    private Map<There, Authorship> wrote(Set<ChangeId> changes, Set<PersonId> known) {
        Map<There, Authorship> plainest = new HashMap<>();
        authors.of(changes, known)
                .forEach((change, wrote) ->
                        wrote.forEach((person, author) -> plainest.put(new There(change, person), author)));
        return plainest;
    }

    private Set<There> spoke(Collection<Change> changes, Set<PersonId> known) {
        return verdicts
                .countingFor(
                        changes.stream()
                                .flatMap(change -> change.current().stream())
                                .toList(),
                        known)
                .stream()
                .flatMap(given -> given.voices().map(voice -> new There(given.change(), voice)))
                .collect(Collectors.toSet());
    }

    private Map<There, List<Relation>> refused(Set<ChangeId> changes, Set<PersonId> known) {
        return known.stream()
                .flatMap(person -> relations.refused(changes, person).entrySet().stream()
                        .map(ties -> Map.entry(new There(ties.getKey(), person), ties.getValue())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String[] ids(Collection<ChangeId> changes) {
        return changes.stream().map(ChangeId::value).toArray(String[]::new);
    }
}
