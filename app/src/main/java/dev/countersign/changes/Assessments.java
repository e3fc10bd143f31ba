package dev.countersign.changes;

import dev.countersign.policy.Facts;
import dev.countersign.policy.Requirements;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** By which facts and which policy each revision was judged, and what came of it; rows are only ever added. */
@Component
class Assessments {

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Clock clock;

    Assessments(JdbcClient sql, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /** The facts that the change was judged by last. */
    Optional<Facts> facts(ChangeId change) {
        return sql.sql("SELECT facts FROM changes.assessment WHERE change_id = :change ORDER BY id DESC LIMIT 1")
                .param("change", change.value())
                .query((row, number) -> json.readValue(row.getString("facts"), Facts.class))
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(Change change, Facts facts, Requirements requirements) {
        sql.sql("""
                INSERT INTO changes.assessment (change_id, revision, policy_version, facts, requirements, at)
                VALUES (:change, :revision, :policy, :facts::jsonb, :requirements::jsonb, :now)
                """)
                .param("change", change.id().value())
                .param("revision", change.revision().number())
                .param("policy", change.policyVersion().orElseThrow())
                .param("facts", json.writeValueAsString(facts))
                .param("requirements", json.writeValueAsString(requirements))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
