package dev.countersign.reviews;

import dev.countersign.changes.ChangeId;
import dev.countersign.identity.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reviews that were handed to somebody, as rows that are only ever added. */
@Component
class ReassignmentRows {

    private final JdbcClient sql;

    ReassignmentRows(JdbcClient sql) {
        this.sql = sql;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(Reassignment given) {
        sql.sql("""
                INSERT INTO reviews.reassignment (change_id, task_id, given_by, taken_from, given_to, reason, at)
                VALUES (:change, :task, :by, :from, :to, :reason, :at)
                """)
                .param("change", given.change().value())
                .param("task", given.task())
                .param("by", given.by().value())
                .param("from", given.from().map(PersonId::value).orElse(null))
                .param("to", given.to().value())
                .param("reason", given.reason())
                .param("at", CallRows.at(given.at()))
                .update();
    }

    /** How the reviews that somebody is at work on came to them, where they were handed to them. */
    List<Reassignment> givenTo(PersonId person) {
        return sql.sql("""
                SELECT DISTINCT ON (r.task_id) r.* FROM reviews.reassignment r
                JOIN reviews.claim h ON h.task_id = r.task_id AND h.person_id = :person
                WHERE r.given_to = :person ORDER BY r.task_id, r.id DESC
                """)
                .param("person", person.value())
                .query(ReassignmentRows::reassignment)
                .list();
    }

    /** Open reviews that were taken from somebody and are not theirs again. */
    List<Reassignment> takenFrom(PersonId person) {
        return sql.sql("""
                SELECT DISTINCT ON (r.task_id) r.* FROM reviews.reassignment r
                JOIN engine.user_task t ON t.id = r.task_id AND t.state = 'OPEN'
                WHERE r.taken_from = :person
                  AND NOT EXISTS (SELECT FROM reviews.claim h WHERE h.task_id = r.task_id AND h.person_id = :person)
                ORDER BY r.task_id, r.id DESC
                """)
                .param("person", person.value())
                .query(ReassignmentRows::reassignment)
                .list();
    }

    private static Reassignment reassignment(ResultSet row, int ignored) throws SQLException {
        return new Reassignment(
                new ChangeId(row.getString("change_id")),
                row.getLong("task_id"),
                PersonId.recorded(row.getString("given_by")),
                Optional.ofNullable(row.getString("taken_from")).map(PersonId::recorded),
                PersonId.recorded(row.getString("given_to")),
                row.getString("reason"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
