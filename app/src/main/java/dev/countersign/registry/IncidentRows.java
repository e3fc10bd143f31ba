package dev.countersign.registry;

import dev.countersign.spelling.NumberedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads confirmed incidents. */
@Repository
class IncidentRows {

    private static final String SELECT = """
            SELECT i.*, ARRAY(SELECT x.system FROM registry.incident_system x WHERE x.incident = i.id ORDER BY x.system) AS systems
            FROM registry.incident i
            """;
    private static final Instant NEWEST = Instant.parse("9999-12-31T00:00:00Z");

    private final JdbcClient sql;

    IncidentRows(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Incident> find(String id) {
        return sql.sql(SELECT + "WHERE i.id = :id")
                .param("id", NumberedName.of(id))
                .query(IncidentRows::incident)
                .optional();
    }

    List<Incident> matching(IncidentFilter filter, Optional<IncidentCursor> after, int most) {
        return sql.sql(SELECT + """
            WHERE (i.started_at, i.id) < (:startedAt, :id)
              AND (:text = '' OR position(lower(:text) in lower(i.title)) > 0 OR i.id = upper(:text))
              AND (cardinality(CAST(:severities AS integer[])) = 0 OR i.severity = ANY(:severities))
              AND (:system = '' OR EXISTS (SELECT FROM registry.incident_system x WHERE x.incident = i.id AND x.system = :system))
              AND (NOT :orderAffecting OR i.order_affecting)
              AND (NOT :noRecord OR i.no_record)
              AND (cardinality(CAST(:ai AS text[])) = 0 OR i.ai_related = ANY(:ai))
            ORDER BY i.started_at DESC, i.id DESC LIMIT :most
            """)
                .param(
                        "startedAt",
                        after.map(IncidentCursor::startedAt).orElse(NEWEST).atOffset(ZoneOffset.UTC))
                .param("id", after.map(IncidentCursor::id).orElse(""))
                .param("text", filter.text())
                .param("severities", filter.severities().toArray(Integer[]::new))
                .param("system", filter.system())
                .param("orderAffecting", filter.orderAffecting())
                .param("noRecord", filter.noRecord())
                .param("ai", filter.aiRelated().stream().map(AiRelated::word).toArray(String[]::new))
                .param("most", most)
                .query(IncidentRows::incident)
                .list();
    }

    /** Counted by the week or quarter, in UTC, in which they began; spans without any are there, too. */
    List<IncidentSpan> trend(String unit, String step, Instant from, Instant until) {
        return sql.sql("""
                        SELECT CAST(span AS date) AS starts, count(i.id) AS incidents,
                               count(i.id) FILTER (WHERE i.order_affecting) AS order_affecting,
                               coalesce(sum(i.lost_orders), 0) AS lost_orders
                        FROM generate_series(date_trunc(:unit, CAST(:from AS timestamp)), CAST(:until AS timestamp), CAST(:step AS interval)) span
                        LEFT JOIN registry.incident i
                          ON date_trunc(:unit, i.started_at AT TIME ZONE 'UTC') = span
                        GROUP BY span ORDER BY span
                        """)
                .param("unit", unit)
                .param("step", step)
                .param("from", from.atOffset(ZoneOffset.UTC).toLocalDateTime())
                .param("until", until.atOffset(ZoneOffset.UTC).toLocalDateTime())
                .query((row, number) -> new IncidentSpan(
                        row.getObject("starts", LocalDate.class),
                        row.getInt("incidents"),
                        row.getInt("order_affecting"),
                        row.getLong("lost_orders")))
                .list();
    }

    String nextId() {
        return sql.sql("SELECT nextval('registry.incident_number')")
                .query((row, number) -> "INC-%06d".formatted(row.getLong(1)))
                .single();
    }

    private static Incident incident(ResultSet row, int ignored) throws SQLException {
        return new Incident(
                row.getString("id"),
                row.getString("title"),
                ProposalRows.instant(row, "started_at").orElseThrow(),
                ProposalRows.instant(row, "ended_at").orElse(null),
                row.getInt("severity"),
                Facts.texts(row.getArray("systems")),
                row.getLong("lost_orders"),
                row.getLong("errors"),
                row.getBoolean("errors_hit_orders"),
                integer(row, "unwind_minutes"),
                row.getString("change"),
                row.getBoolean("no_record"),
                AiRelated.valueOf(row.getString("ai_related").toUpperCase(Locale.ROOT)),
                row.getString("lessons"));
    }

    private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}
