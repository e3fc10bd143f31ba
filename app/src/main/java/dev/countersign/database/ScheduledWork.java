package dev.countersign.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.scheduling.support.TaskUtils;

/**
 * Work by the clock that PostgreSQL could not do comes again by itself. That it is silent the pulse says in one line; what
 * else keeps it from working is said once a minute.
 */
@Configuration(proxyBeanMethods = false)
class ScheduledWork {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduledWork.class);

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Clock clock;
    private final AtomicReference<Instant> said = new AtomicReference<>(Instant.MIN);

    ScheduledWork(Clock clock) {
        this.clock = clock;
    }

    @Bean
    ThreadPoolTaskSchedulerCustomizer silentWithTheDatabase() {
        return scheduler -> scheduler.setErrorHandler(this::tell);
    }

    void tell(Throwable failure) {
        switch (Outage.why(failure).orElse(null)) {
            case null -> TaskUtils.LOG_AND_SUPPRESS_ERROR_HANDLER.handleError(failure);
            case SILENT -> LOG.debug("Scheduled work found no PostgreSQL; it comes again", failure);
            case READ_ONLY, EXHAUSTED -> tellOnce(failure);
        }
    }

    private void tellOnce(Throwable failure) {
        Instant now = clock.instant();
        Instant before = said.get();
        if (before.plus(PAUSE).isBefore(now) && said.compareAndSet(before, now)) {
            LOG.error(
                    "Scheduled work has to wait: {}",
                    NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
        }
    }
}
