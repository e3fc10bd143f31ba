package dev.countersign.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which table is in force when, by what leaders decided and by nothing else: no timer has to fire for it. */
@Repository
public class Editions {

    /**
     * A table that two leaders put in force.
     *
     * @param base its id, which is also the beginning of a policy version's
     * @param from since when, or from when on
     */
    public record InForce(PolicyDraftId draft, String title, String base, Instant from) {}

    private static final String SELECT = """
            SELECT s.draft, d.title, s.base, s.in_force_from
            FROM policy.edition_standing s JOIN policy.draft d ON d.id = s.draft
            """;

    private final JdbcClient sql;

    Editions(JdbcClient sql) {
        this.sql = sql;
    }

    /** The id of the table that counts at that moment. */
    String base(Instant now) {
        return at(now).map(InForce::base).orElseGet(this::founding);
    }

    /** The decision behind it; empty while the founding table counts. */
    public Optional<InForce> at(Instant now) {
        return sql.sql(SELECT
                        + "WHERE s.in_force_from <= :now ORDER BY s.in_force_from DESC, s.decided_at DESC LIMIT 1")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Editions::inForce)
                .optional();
    }

    /** What was decided and has not begun, the first to begin first. */
    public List<InForce> coming(Instant now) {
        return sql.sql(SELECT + "WHERE s.in_force_from > :now ORDER BY s.in_force_from, s.decided_at")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Editions::inForce)
                .list();
    }

    /** The table that was in force before anybody decided on one. */
    String founding() {
        return sql.sql("SELECT base FROM policy.founding")
                .query((row, number) -> row.getString(1))
                .single();
    }

    /** Takes effect once in the life of a house. */
    void found(String base) {
        sql.sql("INSERT INTO policy.founding (base) VALUES (:base) ON CONFLICT DO NOTHING")
                .param("base", base)
                .update();
    }

    /** Whether it was ever in force, or is to be. */
    boolean knows(String base) {
        return sql.sql("""
                SELECT EXISTS (SELECT FROM policy.founding WHERE base = :base)
                    OR EXISTS (SELECT FROM policy.edition_standing WHERE base = :base AND in_force_from IS NOT NULL)
                """)
                .param("base", base)
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    private static InForce inForce(ResultSet row, int ignored) throws SQLException {
        return new InForce(
                new PolicyDraftId(row.getString("draft")),
                row.getString("title"),
                row.getString("base"),
                row.getObject("in_force_from", OffsetDateTime.class).toInstant());
    }
}
