package dev.countersign.gate;

import dev.countersign.changes.ChangeId;
import dev.countersign.gate.Bypass.Account;
import dev.countersign.gate.Bypass.Level;
import dev.countersign.gate.Bypass.Settlement;
import dev.countersign.gate.Bypass.Way;
import dev.countersign.identity.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cases of what went around the gate, and what people said of them. */
@Component
class BypassRows {

    private static final String SELECT = """
            SELECT id, opened_at, system, repository, artifact, change_id, level, due_at, settled_as, settled_at FROM gate.bypass
            """;

    private final JdbcClient sql;

    BypassRows(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Bypass> find(BypassId id) {
        return sql.sql(SELECT + "WHERE id = :id")
                .param("id", id.value())
                .query(BypassRows::bypass)
                .optional();
    }

    Optional<Bypass> lock(BypassId id) {
        return sql.sql(SELECT + "WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(BypassRows::bypass)
                .optional();
    }

    /** The open case of one artifact at one system, kept still. */
    Optional<Bypass> lockOpen(Deployed deployed) {
        return sql.sql(SELECT + """
                WHERE system = :system AND repository = :repository AND artifact = :artifact AND settled_as IS NULL FOR UPDATE
                """)
                .param("system", deployed.system())
                .param("repository", deployed.report().repository())
                .param("artifact", deployed.report().artifact())
                .query(BypassRows::bypass)
                .optional();
    }

    BypassId nextId() {
        return BypassId.of(sql.sql("SELECT nextval('gate.bypass_number')")
                .query(Long.class)
                .single());
    }

    /** The newest first, those before the given one; of these departments only, unless none is named. */
    List<Bypass> page(boolean open, Set<String> departments, Optional<BypassId> before, int most) {
        return sql.sql(SELECT + """
                b WHERE (settled_as IS NULL OR NOT :open) AND id < :before
                  AND (cardinality(CAST(:departments AS text[])) = 0 OR EXISTS (
                    SELECT FROM registry.system s WHERE s.key = b.system AND s.department = ANY(:departments)))
                ORDER BY id DESC LIMIT :most
                """)
                .param("open", open)
                .param("departments", departments.toArray(String[]::new))
                .param("before", before.map(BypassId::value).orElse("Z"))
                .param("most", most)
                .query(BypassRows::bypass)
                .list();
    }

    /** Those of a system, the newest first. */
    List<Bypass> of(String system, int most) {
        return sql.sql(SELECT + "WHERE system = :system ORDER BY id DESC LIMIT :most")
                .param("system", system)
                .param("most", most)
                .query(BypassRows::bypass)
                .list();
    }

    List<Bypass> openOf(ChangeId change) {
        return sql.sql(SELECT + "WHERE change_id = :change AND settled_as IS NULL ORDER BY id DESC")
                .param("change", change.value())
                .query(BypassRows::bypass)
                .list();
    }

    /** The open ones that lie with this person, as owner always and as leader once it came to them; those due first. */
    List<Bypass> lyingWith(PersonId person, int most) {
        return sql.sql(SELECT + """
                b WHERE settled_as IS NULL AND EXISTS (
                  SELECT FROM registry.system s JOIN registry.department d ON d.key = s.department
                  WHERE s.key = b.system AND (s.owner = :person OR (d.director = :person AND b.level IN ('DIRECTOR', 'VP'))
                    OR (d.vp = :person AND b.level = 'VP')))
                ORDER BY due_at LIMIT :most
                """)
                .param("person", person.value())
                .param("most", most)
                .query(BypassRows::bypass)
                .list();
    }

    /** How many are open of what these departments run. */
    int openIn(Set<String> departments) {
        return sql.sql("""
                SELECT count(*) FROM gate.bypass b JOIN registry.system s ON s.key = b.system
                WHERE b.settled_as IS NULL AND s.department = ANY(:departments)
                """)
                .param("departments", departments.toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    List<BypassId> due(Instant now, int most) {
        return sql.sql(
                        "SELECT id FROM gate.bypass WHERE due_at <= :now AND settled_as IS NULL ORDER BY due_at LIMIT :most")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, number) -> new BypassId(row.getString("id")))
                .list();
    }

    /** In the order in which they were given. */
    List<Account> accounts(BypassId id) {
        return sql.sql(
                        "SELECT said_by, said_at, words, way, reverted_at FROM gate.bypass_account WHERE bypass = :id ORDER BY id")
                .param("id", id.value())
                .query((row, number) -> new Account(
                        PersonId.recorded(row.getString("said_by")),
                        instant(row, "said_at").orElseThrow(),
                        row.getString("words"),
                        Way.valueOf(row.getString("way")),
                        instant(row, "reverted_at")))
                .list();
    }

    /** The case that a change was begun to document. */
    Optional<BypassId> documentedBy(ChangeId change) {
        return sql.sql("SELECT bypass FROM gate.bypass_change WHERE change_id = :change")
                .param("change", change.value())
                .query((row, number) -> new BypassId(row.getString("bypass")))
                .optional();
    }

    /** The changes that were begun to document it, in that order. */
    List<ChangeId> documenting(BypassId id) {
        return sql.sql("SELECT change_id FROM gate.bypass_change WHERE bypass = :id ORDER BY begun_at, change_id")
                .param("id", id.value())
                .query((row, number) -> new ChangeId(row.getString("change_id")))
                .list();
    }

    private static Bypass bypass(ResultSet row, int ignored) throws SQLException {
        Optional<Way> way = Optional.ofNullable(row.getString("settled_as")).map(Way::valueOf);
        Optional<Instant> settledAt = instant(row, "settled_at");
        return new Bypass(
                new BypassId(row.getString("id")),
                instant(row, "opened_at").orElseThrow(),
                row.getString("system"),
                row.getString("repository"),
                row.getString("artifact"),
                Optional.ofNullable(row.getString("change_id")).map(ChangeId::new),
                Level.valueOf(row.getString("level")),
                instant(row, "due_at").orElseThrow(),
                way.map(one -> new Settlement(one, settledAt.orElseThrow())));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
