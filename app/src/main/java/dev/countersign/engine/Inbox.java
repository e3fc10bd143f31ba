package dev.countersign.engine;

import dev.countersign.refusals.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The human work that the plan asks for, as PostgreSQL knows it: readable and completable while Camunda is away. */
@Component
public class Inbox {

    private static final String COLUMNS = "id, subject, process, element, item, form, candidate_groups, opened_at, due";

    private final JdbcClient sql;
    private final Outbox outbox;
    private final Clock clock;

    Inbox(JdbcClient sql, Outbox outbox, Clock clock) {
        this.sql = sql;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The open task of that number. */
    public Optional<UserTask> find(long id) {
        return sql.sql("SELECT " + COLUMNS + " FROM engine.user_task WHERE id = :id AND state = 'OPEN'")
                .param("id", id)
                .query(Inbox::task)
                .optional();
    }

    public UserTask get(long id) {
        return find(id).orElseThrow(() -> Refusal.notFound("engine.task-not-open")
                .expectedTo("find open task %d", id)
                .because("this task is done, or was never asked for")
                .instead("Go back to your inbox. It lists what is open now."));
    }

    public List<UserTask> open(String subject) {
        return sql.sql("SELECT " + COLUMNS
                        + " FROM engine.user_task WHERE subject = :subject AND state = 'OPEN' ORDER BY id")
                .param("subject", subject)
                .query(Inbox::task)
                .list();
    }

    public Optional<UserTask> open(String subject, String element) {
        return open(subject).stream()
                .filter(task -> task.element().equals(element))
                .findFirst();
    }

    /** Those of the tasks that are open, in the order given. */
    public List<UserTask> open(List<Long> ids) {
        return sql.sql(
                        "SELECT " + COLUMNS
                                + " FROM engine.user_task WHERE id = ANY(:ids) AND state = 'OPEN' ORDER BY array_position(:ids, id)")
                .param("ids", ids.toArray(Long[]::new))
                .query(Inbox::task)
                .list();
    }

    /** Marks the task done and lets Camunda know later; needs the transaction of the decision. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void complete(UserTask task, Record variables) {
        if (end(task.id(), "DONE") == 0) {
            throw Refusal.conflict("engine.task-already-done")
                    .expectedTo("complete task %d", task.id())
                    .because("somebody has already done this task")
                    .instead("Reload the page to see what was decided.");
        }
        outbox.send(new Command.CompleteTask(task.subject(), task.id(), variables));
    }

    /** Closes what is open for the subject because the plan left it by another way. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(String subject) {
        open(subject).forEach(task -> end(task.id(), "CLOSED"));
    }

    /** Closes one open task because the plan left it by another way. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(UserTask task) {
        end(task.id(), "CLOSED");
    }

    private int end(long id, String state) {
        return sql.sql("UPDATE engine.user_task SET state = :state, ended_at = :now WHERE id = :id AND state = 'OPEN'")
                .param("state", state)
                .param("now", now())
                .param("id", id)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    static UserTask task(ResultSet row, int ignored) throws SQLException {
        OffsetDateTime due = row.getObject("due", OffsetDateTime.class);
        return new UserTask(
                row.getLong("id"),
                row.getString("subject"),
                row.getString("process"),
                row.getString("element"),
                row.getString("item"),
                row.getString("form"),
                String.join(",", (String[]) row.getArray("candidate_groups").getArray()),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(due).map(OffsetDateTime::toInstant));
    }
}
