package dev.countersign.gate;

import dev.countersign.changes.ChangeId;
import dev.countersign.gate.Deployed.Answered;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** What the gate answered before. */
@Component
class DecisionRows {

    /** A pipeline's clock may be slower than ours: its deployment may seem to come before the answer it waited for. */
    private static final Duration SLOW_CLOCK = Duration.ofMinutes(1);

    private static final String ANSWERS = """
            SELECT id, decision, decided_at, valid_until, change_id,
                   ARRAY(SELECT jsonb_array_elements(reasons) ->> 'code') AS codes
            FROM gate.decision
            WHERE artifact = :artifact AND repository = :repository AND environment = :environment
              AND (:system = '' OR system = :system) AND decided_at <= :until
            """;

    private final JdbcClient sql;

    DecisionRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** The latest yes that counted at that moment. */
    Optional<Answered> allowing(Question question, Instant at) {
        return answers(ANSWERS + "AND decision = 'allow' AND valid_until > :at ORDER BY id DESC LIMIT 1", question, at)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(DecisionRows::answered)
                .optional();
    }

    /** The latest answer before that moment. */
    Optional<Answered> last(Question question, Instant at) {
        return answers(ANSWERS + "ORDER BY id DESC LIMIT 1", question, at)
                .query(DecisionRows::answered)
                .optional();
    }

    private StatementSpec answers(String query, Question question, Instant at) {
        return sql.sql(query)
                .param("artifact", question.artifact())
                .param("repository", question.repository())
                .param("environment", Question.word(question.environment()))
                .param("system", question.system())
                .param("until", at.plus(SLOW_CLOCK).atOffset(ZoneOffset.UTC));
    }

    private static Answered answered(ResultSet row, int ignored) throws SQLException {
        return new Answered(
                row.getLong("id"),
                row.getString("decision").equals("allow"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getObject("valid_until", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("change_id")).map(ChangeId::new),
                List.of((String[]) row.getArray("codes").getArray()));
    }
}
