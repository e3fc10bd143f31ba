package dev.countersign.reviews;

import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Duty;
import dev.countersign.identity.PersonId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Fetches what lists of seats need to know of their reader, with as many questions for two hundred as for one. */
@Component
class SeatsAtOnce {

    private final JdbcClient sql;
    private final OneSeat closely;
    private final Clock clock;

    SeatsAtOnce(JdbcClient sql, OneSeat closely, Clock clock) {
        this.sql = sql;
        this.closely = closely;
        this.clock = clock;
    }

    SeatLook of(List<Seat> seats, PersonId reader) {
        String[] changes = seats.stream()
                .map(seat -> seat.change().id().value())
                .distinct()
                .toArray(String[]::new);
        return new ManySeats(
                reader,
                closely,
                holders(seats),
                held(changes, reader),
                duties(changes, reader),
                changes("""
                    SELECT change_id FROM changes.duty WHERE change_id = ANY(:changes) AND person_id = :reader AND duty = 'AUTHOR'
                    UNION SELECT change_id FROM changes.committed WHERE change_id = ANY(:changes) AND person_id = :reader
                    """, changes, reader),
                changes("""
                    SELECT change_id FROM reviews.verdict
                    WHERE change_id = ANY(:changes) AND (person_id = :reader OR on_behalf_of = :reader)
                    """, changes, reader));
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

    private Map<ChangeId, Set<Long>> held(String[] changes, PersonId reader) {
        return asked("""
            SELECT c.change_id, c.task_id FROM reviews.claim c JOIN engine.user_task t ON t.id = c.task_id AND t.state = 'OPEN'
            WHERE c.person_id = :reader AND c.change_id = ANY(:changes)
            """, changes, reader)
                .query((row, _) -> Map.entry(new ChangeId(row.getString("change_id")), row.getLong("task_id")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    private Map<ChangeId, Duty> duties(String[] changes, PersonId reader) {
        return asked(
                        "SELECT change_id, duty FROM changes.duty WHERE change_id = ANY(:changes) AND person_id ="
                                + " :reader",
                        changes,
                        reader)
                .query((row, _) ->
                        Map.entry(new ChangeId(row.getString("change_id")), Duty.valueOf(row.getString("duty"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Set<ChangeId> changes(String query, String[] changes, PersonId reader) {
        return Set.copyOf(asked(query, changes, reader)
                .query((row, _) -> new ChangeId(row.getString("change_id")))
                .set());
    }

    private StatementSpec asked(String query, String[] changes, PersonId reader) {
        return sql.sql(query).param("changes", changes).param("reader", reader.value());
    }
}
