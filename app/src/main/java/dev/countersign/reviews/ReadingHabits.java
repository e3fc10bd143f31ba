package dev.countersign.reviews;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether approvals look as if they had been stamped unread. It is told of departments in which several people
 * reviewed, and of nobody in particular.
 */
@Component
public class ReadingHabits {

    private static final int WEEKS = 13;
    private static final int REVIEWERS_AT_LEAST = 3;

    /**
     * How reviewers of one department's changes read them.
     *
     * @param timed how many of the approvals have a known time, `quick` of them under a minute
     */
    public record Habit(String department, long approvals, long timed, long quick) {

        public String quickShare() {
            return share(quick, timed);
        }

        private static String share(long part, long whole) {
            return whole == 0 ? "–" : "%d %%".formatted(Math.round(100.0 * part / whole));
        }
    }

    private final JdbcClient sql;
    private final Clock clock;

    ReadingHabits(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Over a quarter of a year, by whole weeks. */
    public List<Habit> byDepartment() {
        return sql.sql("""
                SELECT department, sum(approvals) AS approvals, sum(timed) AS timed, sum(quick) AS quick
                FROM (SELECT department, person_id, sum(approvals) AS approvals, sum(timed) AS timed, sum(quick) AS quick
                      FROM reviews.habit WHERE week > :since GROUP BY department, person_id) AS person
                GROUP BY department HAVING count(*) >= :people ORDER BY department
                """)
                .param(
                        "since",
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusWeeks(WEEKS))
                .param("people", REVIEWERS_AT_LEAST)
                .query((row, number) -> new Habit(
                        row.getString("department"),
                        row.getLong("approvals"),
                        row.getLong("timed"),
                        row.getLong("quick")))
                .list();
    }
}
