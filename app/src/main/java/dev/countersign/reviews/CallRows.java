package dev.countersign.reviews;

import dev.countersign.changes.ChangeId;
import dev.countersign.identity.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Calls as rows that are only ever added, one for each step of a round. */
@Component
class CallRows {

    private static final String SELECT = """
            SELECT k.change_id, k.step, k.due, k.at,
                   ARRAY(SELECT p.person_id FROM reviews.called p
                         WHERE p.change_id = k.change_id AND p.since = k.since AND p.step = k.step ORDER BY p.person_id) AS people
            FROM reviews.call k
            """;

    private final JdbcClient sql;

    CallRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whether this was the first who took the step down; a second one finds it done. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean add(Round round, Step step, Instant now) {
        return sql.sql("""
                        INSERT INTO reviews.call (change_id, since, step, due, at) VALUES (:change, :since, :step, :due, :now)
                        ON CONFLICT (change_id, since, step) DO NOTHING
                        """)
                        .param("change", round.change().value())
                        .param("since", at(round.since()))
                        .param("step", step.name())
                        .param("due", at(round.at(step)))
                        .param("now", at(now))
                        .update()
                == 1;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(Round round, Step step, List<PersonId> people) {
        people.forEach(person -> sql.sql("""
                INSERT INTO reviews.called (change_id, since, step, person_id) VALUES (:change, :since, :step, :person)
                """)
                .param("change", round.change().value())
                .param("since", at(round.since()))
                .param("step", step.name())
                .param("person", person.value())
                .update());
    }

    /** In the order in which they came. */
    List<Call> of(Round round) {
        return sql.sql(SELECT + "WHERE k.change_id = :change AND k.since = :since ORDER BY k.due")
                .param("change", round.change().value())
                .param("since", at(round.since()))
                .query(CallRows::call)
                .list();
    }

    /** Changes in review of which a step is due and not taken down, the longest overdue first. */
    List<ChangeId> overdue(Instant now, DueRule rule, int most) {
        return sql.sql("""
                SELECT c.id FROM changes.change c
                JOIN unnest(:steps::text[], :reached::timestamptz[]) AS s(step, reached) ON c.status_since <= s.reached
                WHERE c.status = 'IN_REVIEW' AND NOT EXISTS (
                    SELECT FROM reviews.call k WHERE k.change_id = c.id AND k.since = c.status_since AND k.step = s.step)
                GROUP BY c.id, c.status_since ORDER BY c.status_since LIMIT :most
                """)
                .param("steps", steps().map(Step::name).toArray(String[]::new))
                .param(
                        "reached",
                        steps().map(step -> now.minus(rule.after(step)).toString())
                                .toArray(String[]::new))
                .param("most", most)
                .query((row, number) -> new ChangeId(row.getString("id")))
                .list();
    }

    private static Stream<Step> steps() {
        return Arrays.stream(Step.values());
    }

    /** The last call of each round under way that asked somebody to find a reviewer, if they did nothing about it since. */
    List<Call> openFor(PersonId person) {
        return sql.sql("SELECT DISTINCT ON (change_id) * FROM (" + SELECT + """
                JOIN reviews.called me ON me.change_id = k.change_id AND me.since = k.since AND me.step = k.step
                JOIN changes.change c ON c.id = k.change_id AND c.status_since = k.since AND c.status = 'IN_REVIEW'
                WHERE me.person_id = :person AND k.step <> 'REMINDER'
                  AND NOT EXISTS (SELECT FROM reviews.ask a
                                  WHERE a.change_id = k.change_id AND a.asked_by = :person AND a.at >= k.at)
                  AND NOT EXISTS (SELECT FROM reviews.reassignment r
                                  WHERE r.change_id = k.change_id AND r.given_by = :person AND r.at >= k.at)
                ) calls ORDER BY change_id, due DESC
                """)
                .param("person", person.value())
                .query(CallRows::call)
                .list();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Call call(ResultSet row, int ignored) throws SQLException {
        return new Call(
                new ChangeId(row.getString("change_id")),
                Step.valueOf(row.getString("step")),
                Arrays.stream((String[]) row.getArray("people").getArray())
                        .map(PersonId::recorded)
                        .toList(),
                row.getObject("due", OffsetDateTime.class).toInstant(),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
