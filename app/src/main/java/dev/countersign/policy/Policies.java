package dev.countersign.policy;

import dev.countersign.refusals.Refusal;
import dev.countersign.spelling.Excerpt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the house demands, now and at any earlier moment that something was judged at. */
@Repository
public class Policies {

    private static final String VERSIONS = """
            SELECT v.id, coalesce(array_agg(va.addendum ORDER BY va.addendum) FILTER (WHERE va.addendum IS NOT NULL), '{}') AS addenda
            FROM policy.version v LEFT JOIN policy.version_addendum va ON va.version = v.id
            """;

    /** What a change was judged by: a table, and the scopes of the addenda on top of it. */
    private record Judged(String base, List<Scope> scopes) {

        boolean isUnderAddendum(Collection<Touched> systems) {
            return scopes.stream().anyMatch(scope -> scope.covers(systems));
        }
    }

    private final Map<String, Judged> kept = new ConcurrentHashMap<>();
    private final JdbcClient sql;
    private final KeptTables tables;
    private final Editions editions;
    private final Clock clock;

    Policies(JdbcClient sql, KeptTables tables, Editions editions, Clock clock) {
        this.sql = sql;
        this.tables = tables;
        this.editions = editions;
        this.clock = clock;
    }

    /** By the data at this moment, whether or not a process has caught up; kept, so that it can be judged by later. */
    @Transactional
    public PolicyVersion inForce() {
        Instant now = clock.instant();
        PolicyVersion version = PolicyVersion.of(editions.base(now), addendaAt(now));
        if (!isKept(version)) {
            keep(version, now);
        }
        return version;
    }

    /** What a change with these facts to these systems must have under that version of the policy. */
    public Requirements require(String version, Facts facts, Collection<Touched> systems) {
        Judged judged = find(version);
        return tables.table(judged.base()).require(facts, judged.isUnderAddendum(systems));
    }

    /** What the table of that version demands by itself; what is demanded beyond that came from its addenda. */
    public Requirements requireWithoutAddenda(String version, Facts facts) {
        return tables.table(find(version).base()).require(facts, false);
    }

    /** The same, with the clause behind each demand and what would make the change cheaper. */
    public Explanation explain(String version, Facts facts, Collection<Touched> systems) {
        Judged judged = find(version);
        DecisionTable table = tables.table(judged.base());
        boolean addendum = judged.isUnderAddendum(systems);
        return new Explanation(
                Explanation.reasons(table.applying(facts, addendum), tables.typed(judged.base())),
                Cheaper.ways(facts, other -> table.require(other, addendum)));
    }

    /** Whether an addendum of a version covers a change to these systems. */
    boolean covers(String version, Collection<Touched> systems) {
        return find(version).isUnderAddendum(systems);
    }

    /** The table of that version, as people read it. */
    public TypedTable table(String version) {
        return tables.typed(find(version).base());
    }

    /** The id of the table that is in force now. */
    String base() {
        return editions.base(clock.instant());
    }

    /** The id of that version's table. */
    String baseOf(String version) {
        return find(version).base();
    }

    /** The same as a DMN file. */
    public String file(String version) {
        return tables.text(baseOf(version));
    }

    public PolicyVersion get(String version) {
        return sql.sql(VERSIONS + "WHERE v.id = :id GROUP BY v.id")
                .param("id", version)
                .query(Policies::version)
                .optional()
                .orElseThrow(() -> unknown(version));
    }

    /** Every version that something was judged by, the newest first. */
    public List<PolicyVersion> versions(int most) {
        return sql.sql(VERSIONS + "GROUP BY v.id ORDER BY v.kept_at DESC, v.id DESC LIMIT :most")
                .param("most", most)
                .query(Policies::version)
                .list();
    }

    private List<String> addendaAt(Instant now) {
        return sql.sql("SELECT id FROM policy.standing WHERE starts_at <= :now AND :now < ends_at ORDER BY id")
                .param("now", utc(now))
                .query((row, number) -> row.getString(1))
                .list();
    }

    private boolean isKept(PolicyVersion version) {
        return sql.sql("SELECT EXISTS (SELECT FROM policy.version WHERE id = :id)")
                .param("id", version.id())
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    private void keep(PolicyVersion version, Instant now) {
        sql.sql("INSERT INTO policy.version (id, base, kept_at) VALUES (:id, :base, :now) ON CONFLICT DO NOTHING")
                .param("id", version.id())
                .param("base", version.base())
                .param("now", utc(now))
                .update();
        sql.sql("""
                INSERT INTO policy.version_addendum (version, addendum) SELECT :id, unnest(:addenda)
                ON CONFLICT DO NOTHING
                """)
                .param("id", version.id())
                .param("addenda", version.addenda().toArray(String[]::new))
                .update();
    }

    /** Neither a version's table nor its addenda nor their scopes ever change, so what was read once stays. Nobody waits for who is reading it. */
    private Judged find(String version) {
        Judged known = kept.get(version);
        if (known == null) {
            known = read(version);
            kept.put(version, known);
        }
        return known;
    }

    private Judged read(String version) {
        String table = sql.sql("SELECT base FROM policy.version WHERE id = :id")
                .param("id", version)
                .query((row, number) -> row.getString("base"))
                .optional()
                .orElseThrow(() -> unknown(version));
        return new Judged(table, scopes(version));
    }

    /** An addendum's scope never changes, nor do the addenda of a version. */
    private List<Scope> scopes(String version) {
        return sql.sql("""
                SELECT a.scope, a.tier, a.members FROM policy.version_addendum va JOIN policy.addendum a ON a.id = va.addendum
                WHERE va.version = :id
                """)
                .param("id", version)
                .query((row, number) -> AddendumRows.scope(
                        row.getString("scope"), row.getInt("tier"), AddendumRows.texts(row, "members")))
                .list();
    }

    private static PolicyVersion version(ResultSet row, int number) throws SQLException {
        return new PolicyVersion(
                row.getString("id"), List.of((String[]) row.getArray("addenda").getArray()));
    }

    private static Refusal unknown(String version) {
        return Refusal.notFound("policy.unknown-version")
                .expectedTo("find policy version '%s'", Excerpt.of(version, 80))
                .because("there is no policy version '%s'", Excerpt.of(version, 80))
                .instead("Look up the versions on the policy page.");
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
