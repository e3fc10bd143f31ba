package dev.countersign.engine;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a user-task job into the inbox, however often Camunda hands it out. */
@Component
class OpenTask {

    private final JdbcClient sql;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    OpenTask(JdbcClient sql, Clock clock, ApplicationEventPublisher events) {
        this.sql = sql;
        this.clock = clock;
        this.events = events;
    }

    /** What the inbox made of a job. */
    enum Taken {
        /** It is a task now that was not there before. */
        OPENED,
        /** It stands for a task that the inbox had already, open or done. */
        KNOWN,
        /** It is of no process that counts. */
        REFUSED
    }

    /**
     * A job that the inbox knows stays what it is, done or not; a job of a new run takes over the open row of the
     * same thing, with its claim; anything else becomes a new row. A job of a stale run, or of an instance that does not
     * own the run, is refused: whoever may start processes opens no seats.
     */
    @Transactional
    Taken open(UserTaskJob job) {
        if (!isOfTheRunThatCounts(job)) {
            return Taken.REFUSED;
        }
        if (isKnown(job) || takesOver(job)) {
            return Taken.KNOWN;
        }
        UserTask task = insert(job);
        events.publishEvent(new TaskOpened(task));
        return Taken.OPENED;
    }

    private boolean isOfTheRunThatCounts(UserTaskJob job) {
        return sql.sql("""
                        SELECT EXISTS (SELECT FROM engine.run
                        WHERE subject = :subject AND process = :process AND run = :run AND instance = :instance)
                        """)
                .param("subject", job.subject())
                .param("process", job.process())
                .param("run", job.run())
                .param("instance", job.instance())
                .query(Boolean.class)
                .single();
    }

    private boolean isKnown(UserTaskJob job) {
        return sql.sql(
                        "SELECT EXISTS (SELECT FROM engine.user_task WHERE subject = :subject AND run = :run AND job_key = :key)")
                .param("subject", job.subject())
                .param("run", job.run())
                .param("key", job.key())
                .query(Boolean.class)
                .single();
    }

    private boolean takesOver(UserTaskJob job) {
        return sql.sql("""
                        UPDATE engine.user_task SET run = :run, job_key = :key
                        WHERE subject = :subject AND element = :element AND item = :item AND state = 'OPEN'
                        """)
                        .param("run", job.run())
                        .param("key", job.key())
                        .param("subject", job.subject())
                        .param("element", job.element())
                        .param("item", job.item())
                        .update()
                == 1;
    }

    private UserTask insert(UserTaskJob job) {
        return sql.sql("""
                INSERT INTO engine.user_task
                  (subject, process, run, job_key, element, item, form, candidate_groups, opened_at, due, state)
                VALUES (:subject, :process, :run, :key, :element, :item, :form, :groups, :now, :due, 'OPEN')
                RETURNING id, subject, process, element, item, form, candidate_groups, opened_at, due
                """)
                .param("subject", job.subject())
                .param("process", job.process())
                .param("run", job.run())
                .param("key", job.key())
                .param("element", job.element())
                .param("item", job.item())
                .param("form", job.form())
                .param("groups", job.groups().toArray(String[]::new))
                .param("now", now())
                .param("due", job.due().map(due -> due.atOffset(ZoneOffset.UTC)).orElse(null))
                .query(Inbox::task)
                .single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
