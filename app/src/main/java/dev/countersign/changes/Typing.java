package dev.countersign.changes;

import dev.countersign.identity.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What people typed into a form and have not sent yet. It is nobody's but the typist's, it is no draft that others see,
 * and it overwrites nothing.
 */
@Component
public class Typing {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int LONGEST = 300_000;

    /** More forms nobody has left lying within a month. */
    static final int MOST = 20;

    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Clock clock;

    Typing(JdbcClient sql, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /** The fields of a form as they stood then. */
    public record Typed(Map<String, List<String>> fields, Instant at) {}

    public Optional<Typed> of(PersonId person, String page) {
        return sql.sql("SELECT fields, at FROM changes.typing WHERE person = :person AND page = :page AND at >= :since")
                .param("person", person.value())
                .param("page", page)
                .param("since", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .query(this::typed)
                .optional();
    }

    /**
     * Keeps it, and forgets what the same person left lying for a month, or in too many forms since.
     *
     * @param form the number of the form; what has become a change meanwhile is not unsent any more
     * @return false if it is too long to be kept
     */
    @Transactional
    public boolean keep(PersonId person, String page, Map<String, List<String>> fields, Optional<UUID> form) {
        String text = json.writeValueAsString(fields);
        if (text.length() > LONGEST) {
            return false;
        }
        Instant now = clock.instant();
        sql.sql("""
                INSERT INTO changes.typing (person, page, fields, at)
                SELECT :person, :page, CAST(:fields AS jsonb), :now
                WHERE NOT EXISTS (SELECT FROM changes.change WHERE author = :person AND form = :form)
                ON CONFLICT (person, page) DO UPDATE SET fields = excluded.fields, at = excluded.at
                """)
                .param("person", person.value())
                .param("page", page)
                .param("fields", text)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("form", form.orElseGet(UUID::randomUUID))
                .update();
        sql.sql("""
                DELETE FROM changes.typing WHERE person = :person AND (at < :before OR page NOT IN (
                    SELECT page FROM changes.typing WHERE person = :person ORDER BY at DESC, page = :page DESC LIMIT :most))
                """)
                .param("person", person.value())
                .param("before", now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .param("page", page)
                .param("most", MOST)
                .update();
        return true;
    }

    /** It was sent, or is not wanted any more. */
    @Transactional
    public void forget(PersonId person, String page) {
        sql.sql("DELETE FROM changes.typing WHERE person = :person AND page = :page")
                .param("person", person.value())
                .param("page", page)
                .update();
    }

    private Typed typed(ResultSet row, int ignored) throws SQLException {
        return new Typed(
                json.readValue(row.getString("fields"), FIELDS),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
