package dev.countersign.reviews;

import dev.countersign.changes.ChangeId;
import dev.countersign.identity.PersonId;
import dev.countersign.journal.History;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final ReviewsProperties properties;
    private final Clock clock;

    Claims(JdbcClient sql, History history, ReviewsProperties properties, Clock clock) {
        this.sql = sql;
        this.history = history;
        this.properties = properties;
        this.clock = clock;
    }

    public Optional<PersonId> holder(long task) {
        return on(task).filter(claim -> !claim.away()).map(Claim::person);
    }

    /** Also of somebody who is away. */
    Optional<Claim> on(long task) {
        return Optional.ofNullable(on(List.of(task)).get(task));
    }

    /** The same of many tasks at once; one that nobody claimed is left out. */
    Map<Long, Claim> on(Collection<Long> tasks) {
        return sql
                .sql("SELECT task_id, person_id, at, reviews.is_away(person_id, :now) AS away FROM reviews.claim WHERE"
                        + " task_id = ANY(:tasks)")
                .param("tasks", tasks.toArray(Long[]::new))
                .param("now", now())
                .query((row, _) -> Map.entry(row.getLong("task_id"), claim(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Claim claim(ResultSet row) throws SQLException {
        Instant since = row.getObject("at", OffsetDateTime.class).toInstant();
        return new Claim(
                PersonId.recorded(row.getString("person_id")),
                since,
                since.plus(properties.takeOverAfter()),
                row.getBoolean("away"));
    }

    /** The open tasks about these changes that somebody claimed. */
    Map<ChangeId, Set<Long>> heldBy(PersonId person, Collection<ChangeId> changes) {
        return sql
                .sql("""
            SELECT c.change_id, c.task_id FROM reviews.claim c JOIN engine.user_task t ON t.id = c.task_id AND t.state = 'OPEN'
            WHERE c.person_id = :person AND c.change_id = ANY(:changes)
            """)
                .param("changes", changes.stream().map(ChangeId::value).toArray(String[]::new))
                .param("person", person.value())
                .query((row, _) -> Map.entry(new ChangeId(row.getString("change_id")), row.getLong("task_id")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
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
