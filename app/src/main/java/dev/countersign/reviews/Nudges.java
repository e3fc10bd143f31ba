package dev.countersign.reviews;

import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Duty;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.registry.Systems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What brings reviews onto somebody's list, fetched at once for all of them. */
@Component
class Nudges {

    private final JdbcClient sql;
    private final ReassignmentRows reassignments;
    private final Systems systems;

    Nudges(JdbcClient sql, ReassignmentRows reassignments, Systems systems) {
        this.sql = sql;
        this.reassignments = reassignments;
        this.systems = systems;
    }

    /**
     * What is known for one person.
     *
     * @param systems those that they know, by their keys
     */
    record Mine(
            Map<Long, Nudge.Given> given,
            Map<ChangeId, PersonId> asked,
            Set<ChangeId> reminded,
            Map<String, String> systems) {

        Optional<Nudge> about(Seat seat) {
            if (seat.duty() != Duty.REVIEWER) {
                return Optional.empty();
            }
            ChangeId id = seat.change().id();
            return Optional.<Nudge>ofNullable(given.get(seat.task().id()))
                    .or(() -> Optional.ofNullable(asked.get(id)).map(Nudge.Asked::new))
                    .or(() -> reminded.contains(id) ? Optional.of(new Nudge.Reminded()) : Optional.empty())
                    .or(() -> knows(seat));
        }

        private Optional<Nudge> knows(Seat seat) {
            List<String> known = seat.change().systems().stream()
                    .flatMap(key -> Optional.ofNullable(systems.get(key)).stream())
                    .toList();
            return known.isEmpty() ? Optional.empty() : Optional.of(new Nudge.Knows(known));
        }
    }

    /** With the systems that the person knows. */
    Mine of(Person person, List<String> known) {
        return new Mine(given(person.id()), asked(person.id()), reminded(person.id()), systems.names(known));
    }

    private Map<Long, Nudge.Given> given(PersonId person) {
        return reassignments.givenTo(person).stream()
                .collect(Collectors.toMap(Reassignment::task, given -> new Nudge.Given(given.by(), given.reason())));
    }

    private Map<ChangeId, PersonId> asked(PersonId person) {
        return sql
                .sql("""
                SELECT a.change_id, a.asked_by FROM reviews.ask a
                JOIN changes.change c ON c.id = a.change_id AND c.status = 'IN_REVIEW' AND c.status_since = a.since
                WHERE a.person_id = :person
                """)
                .param("person", person.value())
                .query((row, number) -> Map.entry(
                        new ChangeId(row.getString("change_id")), PersonId.recorded(row.getString("asked_by"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Set<ChangeId> reminded(PersonId person) {
        return Set.copyOf(sql.sql("""
                SELECT k.change_id FROM reviews.called k
                JOIN changes.change c ON c.id = k.change_id AND c.status = 'IN_REVIEW' AND c.status_since = k.since
                WHERE k.person_id = :person AND k.step = 'REMINDER'
                """)
                .param("person", person.value())
                .query((row, number) -> new ChangeId(row.getString("change_id")))
                .list());
    }
}
