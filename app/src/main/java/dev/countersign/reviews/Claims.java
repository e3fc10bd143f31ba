package dev.countersign.reviews;

import dev.countersign.changes.ChangeId;
import dev.countersign.identity.PersonId;
import dev.countersign.journal.History;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Who is at work on which open task. The claim of somebody who is away counts for nobody until they are back. */
@Component
public class Claims {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient sql;
    private final History history;
    private final Clock clock;

    Claims(JdbcClient sql, History history, Clock clock) {
        this.sql = sql;
        this.history = history;
        this.clock = clock;
    }

    public Optional<PersonId> holder(long task) {
        return claimant(task, false);
    }

    /** Who claimed it and is away, so that others may take it. */
    Optional<PersonId> absentHolder(long task) {
        return claimant(task, true);
    }

    private Optional<PersonId> claimant(long task, boolean away) {
        return sql.sql("""
                SELECT person_id FROM reviews.claim WHERE task_id = :task AND reviews.is_away(person_id, :now) = :away
                """)
                .param("task", task)
                .param("now", now())
                .param("away", away)
                .query(String.class)
                .optional()
                .map(PersonId::recorded);
    }

    /** Since when somebody holds it. */
    Optional<Instant> since(long task) {
        return sql.sql("SELECT at FROM reviews.claim WHERE task_id = :task AND NOT reviews.is_away(person_id, :now)")
                .param("task", task)
                .param("now", now())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Whether somebody holds another open task about the same change. */
    boolean holdsAnother(PersonId person, ChangeId change, long task) {
        return sql.sql("""
                SELECT EXISTS (SELECT FROM reviews.claim c JOIN engine.user_task t ON t.id = c.task_id AND t.state = 'OPEN'
                               WHERE c.person_id = :person AND c.change_id = :change AND c.task_id <> :task)
                """)
                .param("person", person.value())
                .param("change", change.value())
                .param("task", task)
                .query(Boolean.class)
                .single();
    }

    /** Takes the task if nobody has it; of two who try at once one gets it. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean take(long task, ChangeId change, PersonId person) {
        return sql.sql("""
                        INSERT INTO reviews.claim (task_id, change_id, person_id, at) VALUES (:task, :change, :person, :now)
                        ON CONFLICT (task_id) DO NOTHING
                        """)
                        .param("task", task)
                        .param("change", change.value())
                        .param("person", person.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Gives back whatever somebody holds of a change. */
    @Transactional(propagation = Propagation.MANDATORY)
    void dropHeldBy(PersonId person, ChangeId change) {
        sql.sql("DELETE FROM reviews.claim WHERE change_id = :change AND person_id = :person")
                .param("change", change.value())
                .param("person", person.value())
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void drop(long task) {
        sql.sql("DELETE FROM reviews.claim WHERE task_id = :task")
                .param("task", task)
                .update();
    }

    /** Whether somebody gave this task back at any time. */
    boolean wasReleased(ReviewEvent.Released release) {
        return history.story(release.stream()).stream()
                .filter(entry ->
                        entry.kind().equals(release.kind()) && entry.actor().equals(release.actor()))
                .anyMatch(entry -> JSON.readTree(entry.data()).path("task").asLong() == release.task());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
