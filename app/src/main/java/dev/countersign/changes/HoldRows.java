package dev.countersign.changes;

import dev.countersign.changes.Hold.Release;
import dev.countersign.changes.Hold.Side;
import dev.countersign.identity.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds and releases as rows that are only ever added. */
@Component
class HoldRows {

    private static final String SELECT = """
            SELECT h.change_id, h.number, h.held_by, h.reason, h.at,
                   a.person_id AS author, a.at AS author_at, o.person_id AS other, o.at AS other_at
            FROM changes.hold h
            LEFT JOIN changes.hold_release a ON a.change_id = h.change_id AND a.number = h.number AND a.side = 'AUTHOR'
            LEFT JOIN changes.hold_release o ON o.change_id = h.change_id AND o.number = h.number AND o.side = 'OTHER'
            """;

    private final JdbcClient sql;

    HoldRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Oldest first. */
    List<Hold> of(ChangeId change) {
        return of(List.of(change));
    }

    /** The same of many changes, one after the other. */
    List<Hold> of(Collection<ChangeId> changes) {
        return sql.sql(SELECT + " WHERE h.change_id = ANY(:changes) ORDER BY h.change_id, h.number")
                .param("changes", changes.stream().map(ChangeId::value).toArray(String[]::new))
                .query(HoldRows::hold)
                .list();
    }

    /** Held changes that wait for this person's word: as an author's, or as that of who held it or has another duty there. */
    List<Hold> waitingFor(PersonId person, int most) {
        return sql.sql(SELECT + """
                JOIN changes.change c ON c.id = h.change_id
                LEFT JOIN changes.duty d ON d.change_id = h.change_id AND d.person_id = :person
                WHERE c.status IN ('CHECKING', 'NEEDS_WORK', 'IN_REVIEW', 'SIGN_OFF', 'ESCALATED', 'APPROVED')
                  AND CASE WHEN d.duty = 'AUTHOR' THEN a.person_id IS NULL
                           ELSE o.person_id IS NULL AND (h.held_by = :person OR d.duty IS NOT NULL)
                                AND NOT EXISTS (SELECT FROM changes.committed m
                                                WHERE m.change_id = h.change_id AND m.person_id = :person) END
                ORDER BY h.at, h.change_id LIMIT :most
                """)
                .param("person", person.value())
                .param("most", most)
                .query(HoldRows::hold)
                .list();
    }

    void add(Hold hold) {
        sql.sql("""
                INSERT INTO changes.hold (change_id, number, held_by, reason, at)
                VALUES (:change, :number, :by, :reason, :at)
                """)
                .param("change", hold.change().value())
                .param("number", hold.number())
                .param("by", hold.by().value())
                .param("reason", hold.reason())
                .param("at", ChangeRows.at(hold.at()))
                .update();
    }

    void add(Hold hold, Side side, Release release) {
        sql.sql("""
                INSERT INTO changes.hold_release (change_id, number, side, person_id, at)
                VALUES (:change, :number, :side, :by, :at)
                """)
                .param("change", hold.change().value())
                .param("number", hold.number())
                .param("side", side.name())
                .param("by", release.by().value())
                .param("at", ChangeRows.at(release.at()))
                .update();
    }

    private static Hold hold(ResultSet row, int ignored) throws SQLException {
        return new Hold(
                new ChangeId(row.getString("change_id")),
                row.getInt("number"),
                PersonId.recorded(row.getString("held_by")),
                row.getString("reason"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                release(row, "author"),
                release(row, "other"));
    }

    private static Optional<Release> release(ResultSet row, String side) throws SQLException {
        String person = row.getString(side);
        return person == null
                ? Optional.empty()
                : Optional.of(new Release(
                        PersonId.recorded(person),
                        row.getObject(side + "_at", OffsetDateTime.class).toInstant()));
    }
}
