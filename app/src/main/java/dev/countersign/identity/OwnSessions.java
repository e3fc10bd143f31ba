package dev.countersign.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Where somebody is logged in, and the end of one of those at every node: their rows are all that there is. */
@Repository
public class OwnSessions {

    private static final int MOST = 100;

    private final JdbcClient sql;
    private final Clock clock;

    OwnSessions(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Those that go on, the one that was used last first. */
    public List<OwnSession> of(PersonId person, String current) {
        return sql.sql("""
            SELECT l.id, l.session_id, l.at, l.browser, l.address, s.last_access_time,
              CAST(extract(epoch FROM now()) * 1000 AS bigint) AS world
            FROM identity.log_in l JOIN identity.session s ON s.session_id = l.session_id
            WHERE l.person = :person AND s.expiry_time > extract(epoch FROM now()) * 1000
            ORDER BY s.last_access_time DESC, l.id LIMIT :most
            """)
                .param("person", person.value())
                .param("most", MOST)
                .query((row, number) -> session(row, current))
                .list();
    }

    /** The id by which the servers know one of somebody's own. */
    public Optional<String> find(UUID id, PersonId person) {
        return sql.sql("SELECT session_id FROM identity.log_in WHERE id = :id AND person = :person")
                .param("id", id)
                .param("person", person.value())
                .query(String.class)
                .optional();
    }

    /** Whether two sessions stand behind one log-in at the identity provider, which cannot end for one of them. */
    public boolean share(String one, String other) {
        return sql.sql("""
            SELECT count(DISTINCT sid) = 1 FROM identity.log_in WHERE session_id IN (:one, :other)
            """)
                .param("one", one)
                .param("other", other)
                .query(Boolean.class)
                .single();
    }

    @Transactional
    public void end(String session) {
        sql.sql("DELETE FROM identity.log_in WHERE session_id = :session")
                .param("session", session)
                .update();
        sql.sql("DELETE FROM identity.session WHERE session_id = :session")
                .param("session", session)
                .update();
    }

    /** Sessions are kept by the world's time; people read the house's. */
    private OwnSession session(ResultSet row, String current) throws SQLException {
        Duration ahead = Duration.between(Instant.ofEpochMilli(row.getLong("world")), clock.instant());
        return new OwnSession(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Instant.ofEpochMilli(row.getLong("last_access_time")).plus(ahead),
                row.getString("browser"),
                row.getString("address"),
                row.getString("session_id").strip().equals(current));
    }
}
