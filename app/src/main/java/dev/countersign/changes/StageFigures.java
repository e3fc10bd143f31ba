package dev.countersign.changes;

import static java.util.stream.Collectors.toMap;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many changes are at each stage of their road, and for how long the first of them: figures for who watches the house. */
@Component
class StageFigures implements MeterBinder {

    /** All stages are read at once, and asked for one after another. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private record Stage(Status status, int changes, Instant since) {}

    private record Reading(Instant at, Map<Status, Stage> stages) {}

    private final JdbcClient sql;
    private final Clock clock;
    private volatile @Nullable Reading last;

    StageFigures(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Arrays.stream(Status.values()).filter(Status::hasProcess).forEach(status -> bind(registry, status));
    }

    private void bind(MeterRegistry registry, Status status) {
        Gauge.builder("countersign.changes.waiting", this, figures -> figures.changes(status))
                .description("Changes at this stage")
                .tag("status", status.word())
                .register(registry);
        Gauge.builder("countersign.changes.waiting.longest", this, figures -> figures.longest(status))
                .description("How long the first of them has been there")
                .baseUnit("seconds")
                .tag("status", status.word())
                .register(registry);
    }

    private double changes(Status status) {
        return stage(status).map(Stage::changes).orElse(0);
    }

    private double longest(Status status) {
        return stage(status)
                .map(stage -> Duration.between(stage.since(), clock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
    }

    private Optional<Stage> stage(Status status) {
        Reading reading = last;
        Instant now = clock.instant();
        if (reading == null || Duration.between(reading.at(), now).abs().compareTo(FRESH) > 0) {
            reading = new Reading(now, read());
            last = reading;
        }
        return Optional.ofNullable(reading.stages().get(status));
    }

    private Map<Status, Stage> read() {
        return sql
                .sql("""
                        SELECT status, count(*) AS changes, min(status_since) AS since FROM changes.change
                        WHERE status = ANY (:open) GROUP BY status
                        """)
                .param(
                        "open",
                        Arrays.stream(Status.values())
                                .filter(Status::hasProcess)
                                .map(Status::name)
                                .toArray(String[]::new))
                .query((row, number) -> new Stage(
                        Status.valueOf(row.getString("status")),
                        row.getInt("changes"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .stream()
                .collect(toMap(Stage::status, stage -> stage));
    }
}
