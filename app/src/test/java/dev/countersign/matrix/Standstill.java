package dev.countersign.matrix;

import dev.countersign.changes.ChangeId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps from Camunda what was done, so that a change stays where it otherwise is for a moment only. */
final class Standstill {

    private static final Duration FOR_LONG = Duration.ofDays(1000);

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Set<ChangeId> kept = new HashSet<>();

    Standstill(BeanFactory beans) {
        sql = beans.getBean(JdbcClient.class);
        transaction = beans.getBean(TransactionTemplate.class);
        clock = beans.getBean(Clock.class);
    }

    ChangeId of(Supplier<ChangeId> deed) {
        ChangeId id = Objects.requireNonNull(transaction.execute(_ -> {
            ChangeId done = deed.get();
            tell(done, clock.instant().plus(FOR_LONG));
            return done;
        }));
        kept.add(id);
        return id;
    }

    void end() {
        kept.forEach(id -> tell(id, clock.instant()));
        kept.clear();
    }

    private void tell(ChangeId id, Instant when) {
        sql.sql("UPDATE engine.outbox SET not_before = :when WHERE subject = :subject AND sent_at IS NULL")
                .param("when", when.atOffset(ZoneOffset.UTC))
                .param("subject", id.value())
                .update();
    }
}
