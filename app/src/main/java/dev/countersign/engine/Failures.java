package dev.countersign.engine;

import dev.countersign.spelling.Excerpt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which work of which process failed when it was tried last. What fails is tried again at least each minute. */
@Component
class Failures {

    /** What was not tried for so long does not fail any more. */
    static final Duration LATELY = Duration.ofMinutes(2);

    private static final int MOST_WORDS = 400;

    private final JdbcClient sql;
    private final Clock clock;

    Failures(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void note(RunId run, String element, Exception failure) {
        Instant now = clock.instant();
        sql.sql("""
                INSERT INTO engine.failure AS f (subject, run, element, words, tries, since, at)
                VALUES (:subject, :run, :element, :words, 1, :now, :now)
                ON CONFLICT (subject, run, element) DO UPDATE
                SET words = :words, at = :now,
                    tries = CASE WHEN f.at < :stale THEN 1 ELSE f.tries + 1 END,
                    since = CASE WHEN f.at < :stale THEN :now ELSE f.since END
                """)
                .param("subject", run.subject())
                .param("run", run.number())
                .param("element", element)
                .param("words", Excerpt.of(String.valueOf(failure.getMessage()), MOST_WORDS))
                .param("now", utc(now))
                .param("stale", utc(now.minus(LATELY)))
                .update();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
