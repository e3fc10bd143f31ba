package dev.countersign.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which elements of its diagram a subject's process has passed; a picture for people, never a proof. */
@Component
public class Visits {

    /** One passage; `completed` says that the work there was done, which may be told more than once. */
    public record Visit(String process, int run, String element, boolean completed, Instant at) {}

    private final JdbcClient sql;
    private final Clock clock;

    Visits(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** In the order in which they happened, over all runs. */
    public List<Visit> of(String subject) {
        return sql.sql("SELECT process, run, element, kind, at FROM engine.visit WHERE subject = :subject ORDER BY id")
                .param("subject", subject)
                .query((row, number) -> new Visit(
                        row.getString("process"),
                        row.getInt("run"),
                        row.getString("element"),
                        row.getString("kind").equals("completed"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void entered(String runId, String process, String element) {
        add(runId, process, element, "entered");
    }

    void completed(String runId, String process, String element) {
        add(runId, process, element, "completed");
    }

    private void add(String runId, String process, String element, String kind) {
        RunId run = RunId.parse(runId);
        sql.sql("""
                INSERT INTO engine.visit (subject, process, run, element, kind, at)
                VALUES (:subject, :process, :run, :element, :kind, :now)
                """)
                .param("subject", run.subject())
                .param("process", process)
                .param("run", run.number())
                .param("element", element)
                .param("kind", kind)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
