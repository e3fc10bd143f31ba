package dev.countersign.reviews;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How fast departments decide. */
@Component
public class Pace {

    public static final Duration LATELY = Duration.ofDays(30);

    private final JdbcClient sql;
    private final Clock clock;

    Pace(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Half of the decisions on changes of these departments within the last thirty days took no longer, from when they were
     * asked for; empty if there was none.
     */
    public Optional<Duration> median(Collection<String> departments) {
        return sql.sql("""
                SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM v.at - t.opened_at)) AS median
                FROM reviews.verdict v
                JOIN changes.change c ON c.id = v.change_id AND c.department = ANY(:departments)
                JOIN engine.user_task t ON t.id = v.task_id
                WHERE v.at >= :since AND v.verdict <> 'ABSTAIN'
                """)
                .param("departments", departments.toArray(String[]::new))
                .param("since", clock.instant().minus(LATELY).atOffset(ZoneOffset.UTC))
                .query((row, number) -> Optional.ofNullable(row.getBigDecimal("median")))
                .single()
                .map(seconds -> Duration.ofSeconds(seconds.longValue()));
    }
}
