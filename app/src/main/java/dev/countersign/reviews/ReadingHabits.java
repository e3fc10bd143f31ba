package dev.countersign.reviews;

import java.time.Clock;
import java.time.Duration;
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

    private static final Duration LATELY = Duration.ofDays(90);
    private static final Duration QUICK = Duration.ofMinutes(1);
    private static final int REVIEWERS_AT_LEAST = 3;

    /**
     * How reviewers of one department's changes read them.
     *
     * @param timed how many of the approvals have a known time, `quick` of them under a minute
     * @param watched how many came from a browser that watched, `unopened` of them with sections unopened
     */
    public record Habit(String department, long approvals, long timed, long quick, long watched, long unopened) {

        public String quickShare() {
            return share(quick, timed);
        }

        public String unopenedShare() {
            return share(unopened, watched);
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

    public List<Habit> byDepartment() {
        return sql.sql("""
                SELECT c.department AS department, count(*) AS approvals, count(k.seconds) AS timed,
                       count(*) FILTER (WHERE k.seconds < :quick) AS quick, count(k.unopened) AS watched,
                       count(*) FILTER (WHERE cardinality(k.unopened) > 0) AS unopened
                FROM reviews.verdict v
                JOIN reviews.care k ON k.change_id = v.change_id AND k.revision = v.revision AND k.person_id = v.person_id
                JOIN changes.change c ON c.id = v.change_id
                WHERE v.verdict = 'APPROVE' AND v.duty = 'REVIEWER' AND v.at >= :since
                GROUP BY c.department HAVING count(DISTINCT v.person_id) >= :people ORDER BY c.department
                """)
                .param("quick", QUICK.toSeconds())
                .param("since", clock.instant().minus(LATELY).atOffset(ZoneOffset.UTC))
                .param("people", REVIEWERS_AT_LEAST)
                .query((row, number) -> new Habit(
                        row.getString("department"),
                        row.getLong("approvals"),
                        row.getLong("timed"),
                        row.getLong("quick"),
                        row.getLong("watched"),
                        row.getLong("unopened")))
                .list();
    }
}
