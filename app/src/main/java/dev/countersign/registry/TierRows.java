package dev.countersign.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what tiers hang on and keeps what the rule said, a statement for all systems however many they are. */
@Repository
class TierRows {

    /** Only of systems whose facts two people stated: who was there before keeps the tier that was declared. */
    private static final String EVIDENCE = """
            SELECT s.key, s.consumer_facing, coalesce(p.roles @> '{VP}', false) AS vp_owned,
                ARRAY(SELECT i.started_at FROM registry.incident_system x JOIN registry.incident i ON i.id = x.incident
                      WHERE x.system = s.key AND i.order_affecting
                        AND i.started_at > CAST(:now AS timestamptz) - interval '13 months') AS incidents
            FROM registry.system s
            JOIN registry.department d ON d.key = s.department
            LEFT JOIN identity.person p ON p.id = d.vp
            WHERE EXISTS (SELECT FROM registry.system_revision r
                          WHERE r.system = s.key AND r.number = s.revision AND r.proposal IS NOT NULL)
            """;

    private static final String MOVES =
            "SELECT s.key, coalesce(n.tier, 0) AS was, e.tier FROM " + EffectiveTier.OF_SYSTEMS
                    + "LEFT JOIN registry.noted n ON n.system = s.key WHERE n.tier IS DISTINCT FROM e.tier ";

    private final JdbcClient sql;

    TierRows(JdbcClient sql) {
        this.sql = sql;
    }

    List<TierEvidence> evidence(Collection<String> systems, Instant now) {
        return sql.sql(EVIDENCE + "AND s.key = ANY(:keys)")
                .param("now", utc(now))
                .param("keys", systems.toArray(String[]::new))
                .query(TierRows::evidence)
                .list();
    }

    List<TierEvidence> allEvidence(Instant now) {
        return sql.sql(EVIDENCE)
                .param("now", utc(now))
                .query(TierRows::evidence)
                .list();
    }

    /** A verdict that says the same as before is left as it is. */
    void keep(List<TierVerdict> verdicts, Instant now) {
        sql.sql("""
                INSERT INTO registry.verdict AS v (system, rule, clause, consumer_facing, incidents, vp_owned, holds_until, judged_at)
                SELECT x.system, x.rule, x.clause, x.facing, x.incidents, x.owned, CAST(nullif(x.until, '') AS timestamptz), :now FROM unnest(:systems, :rules, :clauses, CAST(:facing AS boolean[]), CAST(:incidents AS integer[]),
                    CAST(:owned AS boolean[]), :until) AS x(system, rule, clause, facing, incidents, owned, until)
                ON CONFLICT (system) DO UPDATE SET rule = excluded.rule, clause = excluded.clause,
                    consumer_facing = excluded.consumer_facing, incidents = excluded.incidents,
                    vp_owned = excluded.vp_owned, holds_until = excluded.holds_until, judged_at = excluded.judged_at
                WHERE (v.rule, v.clause, v.consumer_facing, v.incidents, v.vp_owned, v.holds_until)
                   IS DISTINCT FROM (excluded.rule, excluded.clause, excluded.consumer_facing, excluded.incidents,
                                     excluded.vp_owned, excluded.holds_until)
                """)
                .param("now", utc(now))
                .param("systems", texts(verdicts, TierVerdict::system))
                .param("rules", texts(verdicts, TierVerdict::rule))
                .param("clauses", texts(verdicts, TierVerdict::clause))
                .param("facing", texts(verdicts, verdict -> verdict.facts().consumerFacing()))
                .param("incidents", texts(verdicts, verdict -> verdict.facts().orderAffectingIncidents()))
                .param("owned", texts(verdicts, verdict -> verdict.facts().vpOwned()))
                .param(
                        "until",
                        texts(
                                verdicts,
                                verdict -> verdict.holdsUntil()
                                        .map(Instant::toString)
                                        .orElse("")))
                .update();
    }

    List<TierMove> moves(Collection<String> systems, Instant now) {
        return sql.sql(MOVES + "AND s.key = ANY(:keys) ORDER BY s.key")
                .param("now", utc(now))
                .param("keys", systems.toArray(String[]::new))
                .query(TierRows::move)
                .list();
    }

    List<TierMove> allMoves(Instant now) {
        return sql.sql(MOVES + "ORDER BY s.key")
                .param("now", utc(now))
                .query(TierRows::move)
                .list();
    }

    void note(List<TierMove> moves) {
        sql.sql("""
                INSERT INTO registry.noted (system, tier) SELECT * FROM unnest(:systems, CAST(:tiers AS integer[]))
                ON CONFLICT (system) DO UPDATE SET tier = excluded.tier
                """)
                .param("systems", moves.stream().map(TierMove::system).toArray(String[]::new))
                .param("tiers", moves.stream().map(TierMove::tier).toArray(Integer[]::new))
                .update();
    }

    List<String> systemsOf(Collection<String> departments) {
        return sql.sql("SELECT key FROM registry.system WHERE department = ANY(:keys)")
                .param("keys", departments.toArray(String[]::new))
                .query((row, number) -> row.getString(1))
                .list();
    }

    List<String> systemsOfIncidents(Collection<String> incidents) {
        return sql.sql("SELECT system FROM registry.incident_system WHERE incident = ANY(:ids)")
                .param("ids", incidents.toArray(String[]::new))
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static TierEvidence evidence(ResultSet row, int ignored) throws SQLException {
        return new TierEvidence(
                row.getString("key"),
                row.getBoolean("consumer_facing"),
                row.getBoolean("vp_owned"),
                Arrays.stream((Timestamp[]) row.getArray("incidents").getArray())
                        .map(Timestamp::toInstant)
                        .toList());
    }

    private static TierMove move(ResultSet row, int ignored) throws SQLException {
        return new TierMove(row.getString("key"), row.getInt("was"), row.getInt("tier"));
    }

    private static String[] texts(List<TierVerdict> verdicts, Function<TierVerdict, ?> value) {
        return verdicts.stream().map(value).map(Object::toString).toArray(String[]::new);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
