package dev.countersign.desk;

import dev.countersign.desk.Sunset.Harm;
import dev.countersign.desk.Sunset.Stopped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what happened to changes and systems, for the report on an addendum. */
@Repository
class SunsetRows {

    /** One verdict, as far as the report looks at it. */
    record Said(String change, int revision, String person, String duty, boolean approves, Instant at) {}

    private final JdbcClient sql;

    SunsetRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** In the order in which they were given. */
    List<Said> verdicts(Collection<String> changes) {
        return sql.sql("""
                SELECT change_id, revision, person_id, duty, verdict, at FROM reviews.verdict
                WHERE change_id = ANY (:changes) ORDER BY change_id, revision, at, id
                """)
                .param("changes", changes.toArray(String[]::new))
                .query(SunsetRows::said)
                .list();
    }

    /** Who turned keys for these changes. */
    List<String> keyHolders(Collection<String> changes) {
        return sql.sql("SELECT DISTINCT turned_by FROM gate.second_key WHERE change_id = ANY (:changes)")
                .param("changes", changes.toArray(String[]::new))
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** How many of these changes the gate denied for that reason. */
    int denied(Collection<String> changes, String reason) {
        return sql.sql("""
                SELECT count(DISTINCT change_id) FROM gate.decision
                WHERE change_id = ANY (:changes) AND decision = 'deny'
                  AND reasons @> jsonb_build_array(jsonb_build_object('code', :reason::text))
                """)
                .param("changes", changes.toArray(String[]::new))
                .param("reason", reason)
                .query((row, number) -> row.getInt(1))
                .single();
    }

    Stopped stopped(Collection<String> changes) {
        return sql.sql("""
                SELECT (SELECT count(*) FROM compliance.check_run WHERE change_id = ANY (:changes) AND NOT green) AS red,
                       (SELECT count(*) FROM reviews.verdict
                        WHERE change_id = ANY (:changes) AND verdict = 'ASK_FOR_CHANGES') AS asked,
                       (SELECT count(*) FROM reviews.verdict WHERE change_id = ANY (:changes) AND verdict = 'REJECT') AS rejected,
                       count(*) AS denials, count(DISTINCT change_id) AS denied
                FROM gate.decision WHERE change_id = ANY (:changes) AND decision = 'deny'
                """)
                .param("changes", changes.toArray(String[]::new))
                .query((row, number) -> new Stopped(
                        row.getInt("red"),
                        row.getInt("asked"),
                        row.getInt("rejected"),
                        row.getInt("denials"),
                        row.getInt("denied")))
                .single();
    }

    Harm harm(Collection<String> systems, Instant from, Instant until) {
        return sql.sql("""
                SELECT count(*) AS incidents, count(*) FILTER (WHERE no_record) AS bypasses,
                       coalesce(sum(lost_orders), 0) AS lost_orders, coalesce(sum(errors), 0) AS errors
                FROM registry.incident i
                WHERE started_at >= :from AND started_at < :until
                  AND EXISTS (SELECT FROM registry.incident_system s WHERE s.incident = i.id AND s.system = ANY (:systems))
                """)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("systems", systems.toArray(String[]::new))
                .query((row, number) -> new Harm(
                        row.getInt("incidents"),
                        row.getInt("bypasses"),
                        row.getLong("lost_orders"),
                        row.getLong("errors")))
                .single();
    }

    private static Said said(ResultSet row, int ignored) throws SQLException {
        return new Said(
                row.getString("change_id"),
                row.getInt("revision"),
                row.getString("person_id"),
                row.getString("duty"),
                row.getString("verdict").equals("APPROVE"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
