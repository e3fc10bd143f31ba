package dev.countersign.changes;

import dev.countersign.identity.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Transfers as rows that are only ever added. */
@Component
class TransferRows {

    private final JdbcClient sql;

    TransferRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Everybody who had it and has handed it over. */
    List<PersonId> before(ChangeId change) {
        return sql.sql(
                        "SELECT DISTINCT from_person FROM changes.transfer WHERE change_id = :change ORDER BY from_person")
                .param("change", change.value())
                .query((row, number) -> PersonId.recorded(row.getString("from_person")))
                .list();
    }

    /** The changes that somebody has handed over and did not get back. */
    Set<ChangeId> handedOverBy(PersonId person) {
        return sql
                .sql("""
                SELECT t.change_id FROM changes.transfer t JOIN changes.change c ON c.id = t.change_id
                WHERE t.from_person = :person AND c.author <> :person
                """)
                .param("person", person.value())
                .query((row, number) -> new ChangeId(row.getString("change_id")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What somebody got or gave away since then, the latest first. */
    List<Transfer> about(PersonId person, Instant since, int most) {
        return sql.sql("""
                SELECT change_id, from_person, to_person, by_person, reason, at FROM changes.transfer
                WHERE (to_person = :person OR from_person = :person) AND at >= :since ORDER BY at DESC, change_id LIMIT :most
                """)
                .param("person", person.value())
                .param("since", ChangeRows.at(since))
                .param("most", most)
                .query(TransferRows::transfer)
                .list();
    }

    void add(Transfer transfer) {
        sql.sql("""
                INSERT INTO changes.transfer (change_id, number, from_person, to_person, by_person, reason, at)
                SELECT :change, count(*) + 1, :from, :to, :by, :reason, :at::timestamptz
                FROM changes.transfer WHERE change_id = :change
                """)
                .param("change", transfer.change().value())
                .param("from", transfer.from().value())
                .param("to", transfer.to().value())
                .param("by", transfer.by().value())
                .param("reason", transfer.reason())
                .param("at", ChangeRows.at(transfer.at()))
                .update();
    }

    private static Transfer transfer(ResultSet row, int ignored) throws SQLException {
        return new Transfer(
                new ChangeId(row.getString("change_id")),
                PersonId.recorded(row.getString("from_person")),
                PersonId.recorded(row.getString("to_person")),
                PersonId.recorded(row.getString("by_person")),
                row.getString("reason"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
