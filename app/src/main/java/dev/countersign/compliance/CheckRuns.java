package dev.countersign.compliance;

import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Revision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the checks answered, as rows that are only ever added. */
@Component
class CheckRuns {

    private static final TypeReference<List<Evidence>> EVIDENCE = new TypeReference<>() {};

    private final JdbcClient sql;
    private final JsonMapper json;

    CheckRuns(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Optional<CheckRun> find(ChangeId change, int revision) {
        return sql.sql(
                        "SELECT id, change_id, revision, at FROM compliance.check_run WHERE change_id = :change AND revision = :revision")
                .param("change", change.value())
                .param("revision", revision)
                .query(this::run)
                .optional();
    }

    /** The latest on one of these texts, which come oldest first. */
    Optional<CheckRun> latest(List<Revision> texts) {
        return texts.reversed().stream()
                .map(text -> find(text.change(), text.number()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(CheckRun run) {
        long id = sql.sql("""
                INSERT INTO compliance.check_run (change_id, revision, at, green) VALUES (:change, :revision, :at, :green)
                RETURNING id
                """)
                .param("change", run.change().value())
                .param("revision", run.revision())
                .param("at", run.at().atOffset(ZoneOffset.UTC))
                .param("green", run.green())
                .query(Long.class)
                .single();
        for (int position = 0; position < run.results().size(); position++) {
            add(id, position, run.results().get(position));
        }
    }

    private void add(long run, int position, CheckResult result) {
        sql.sql("""
                INSERT INTO compliance.check_result (run_id, position, check_id, version, title, value, evidence, required, fix_hint)
                VALUES (:run, :position, :check, :version, :title, :value, :evidence::jsonb, :required, :hint)
                """)
                .param("run", run)
                .param("position", position)
                .param("check", result.check())
                .param("version", result.version())
                .param("title", result.title())
                .param("value", result.value().name())
                .param("evidence", json.writeValueAsString(result.evidence()))
                .param("required", result.required())
                .param("hint", result.fixHint())
                .update();
    }

    private CheckRun run(ResultSet row, int ignored) throws SQLException {
        return new CheckRun(
                new ChangeId(row.getString("change_id")),
                row.getInt("revision"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                results(row.getLong("id")));
    }

    private List<CheckResult> results(long run) {
        return sql.sql("""
                SELECT check_id, version, title, value, evidence, required, fix_hint FROM compliance.check_result
                WHERE run_id = :run ORDER BY position
                """)
                .param("run", run)
                .query((row, number) -> new CheckResult(
                        row.getString("check_id"),
                        row.getInt("version"),
                        row.getString("title"),
                        CheckValue.valueOf(row.getString("value")),
                        json.readValue(row.getString("evidence"), EVIDENCE),
                        row.getBoolean("required"),
                        row.getString("fix_hint")))
                .list();
    }
}
