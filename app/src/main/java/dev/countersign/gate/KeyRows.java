package dev.countersign.gate;

import dev.countersign.changes.Authorship;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Duty;
import dev.countersign.changes.Revision;
import dev.countersign.identity.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every key that was ever turned. */
@Component
class KeyRows {

    private final JdbcClient sql;

    KeyRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** The newest first; what the record does not tell of is none. */
    List<SecondKey> of(ChangeId change) {
        return sql.sql("""
                SELECT revision, revision_hash, turned_by, turned_at, holds_until FROM gate.second_key k
                WHERE change_id = :change AND gate.is_proven(k) ORDER BY id DESC
                """).param("change", change.value()).query(KeyRows::key).list();
    }

    /** The newest that is turned at this moment for one of these texts, by somebody who is not behind it. */
    Optional<SecondKey> holding(ChangeId change, List<Revision> texts, List<Authorship> wrote, Instant now) {
        return allHolding(change, texts, now)
                .filter(key ->
                        wrote.stream().noneMatch(author -> author.person().equals(key.by())))
                .findFirst();
    }

    /** The same, turned by this person. */
    Optional<SecondKey> holding(ChangeId change, PersonId by, List<Revision> texts, Instant now) {
        return allHolding(change, texts, now).filter(key -> key.by().equals(by)).findFirst();
    }

    private Stream<SecondKey> allHolding(ChangeId change, List<Revision> texts, Instant now) {
        return of(change).stream().filter(key -> key.isFor(texts) && key.holds(now));
    }

    /**
     * Approved, in its window, without a key that holds, and not written by this person. Whether one is demanded is asked
     * of each: a system that has become critical since demands one that was not demanded then.
     */
    List<ChangeId> withoutKey(PersonId person, Instant now) {
        return sql.sql("""
                SELECT c.id FROM changes.change c JOIN changes.revision r ON r.change_id = c.id AND r.number = c.revision
                LEFT JOIN changes.material m ON m.change_id = c.id AND m.revision = c.revision
                WHERE c.status = 'APPROVED'
                  AND (r.document ->> 'windowStart')::timestamptz <= :now AND :now < (r.document ->> 'windowEnd')::timestamptz
                  AND NOT EXISTS (SELECT FROM gate.second_key k
                                  WHERE k.change_id = c.id AND k.revision >= coalesce(m.since, c.revision) AND :now < k.holds_until
                                    AND gate.is_proven(k)
                                    AND NOT EXISTS (SELECT FROM changes.committed h
                                                    WHERE h.change_id = c.id AND h.person_id = k.turned_by))
                  AND NOT EXISTS (SELECT FROM changes.duty d
                                  WHERE d.change_id = c.id AND d.person_id = :person AND d.duty = 'AUTHOR')
                ORDER BY (c.requirements ->> 'secondKey')::boolean DESC NULLS LAST, (r.document ->> 'windowEnd')::timestamptz, c.id
                """)
                .param("person", person.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new ChangeId(row.getString("id")))
                .list();
    }

    void add(ChangeId change, SecondKey key, Duty duty) {
        sql.sql("""
                INSERT INTO gate.second_key (change_id, revision, revision_hash, turned_by, duty, turned_at, holds_until)
                VALUES (:change, :revision, :hash, :by, :duty, :at, :until)
                """)
                .param("change", change.value())
                .param("revision", key.revision())
                .param("hash", HexFormat.of().parseHex(key.hash()))
                .param("by", key.by().value())
                .param("duty", duty.name())
                .param("at", key.at().atOffset(ZoneOffset.UTC))
                .param("until", key.until().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static SecondKey key(ResultSet row, int ignored) throws SQLException {
        return new SecondKey(
                row.getInt("revision"),
                HexFormat.of().formatHex(row.getBytes("revision_hash")),
                PersonId.recorded(row.getString("turned_by")),
                row.getObject("turned_at", OffsetDateTime.class).toInstant(),
                row.getObject("holds_until", OffsetDateTime.class).toInstant());
    }
}
