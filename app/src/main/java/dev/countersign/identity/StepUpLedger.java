package dev.countersign.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Every fresh log-in, and what it was spent on. */
@Repository
public class StepUpLedger {

    private final JdbcClient sql;
    private final Clock clock;

    StepUpLedger(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Keeps a fresh log-in; false if the same one was kept before. */
    @Transactional
    public boolean keep(StepUp stepUp) {
        return sql.sql("""
                INSERT INTO identity.step_up (id, person, account, matter, auth_time, acr, at)
                VALUES (:id, :person, :account, :matter, :authTime, :acr, :at) ON CONFLICT DO NOTHING
                """)
                        .param("id", stepUp.id())
                        .param("person", stepUp.person().value())
                        .param("account", stepUp.account())
                        .param("matter", stepUp.matter())
                        .param("authTime", at(stepUp.authTime()))
                        .param("acr", stepUp.acr())
                        .param("at", at(stepUp.at()))
                        .update()
                == 1;
    }

    /** Spends it in the transaction of the decision: only on its matter, only by its person, only once, only while fresh. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean spend(UUID id, PersonId person, Deed deed, Duration fresh) {
        Instant now = clock.instant();
        return sql.sql("""
                INSERT INTO identity.step_up_use (step_up, person, matter, decided, at)
                SELECT id, person, matter, :decided, :now FROM identity.step_up
                WHERE id = :id AND person = :person AND matter = :matter AND at > :oldest
                ON CONFLICT (step_up) DO NOTHING
                """)
                        .param("id", id)
                        .param("person", person.value())
                        .param("matter", deed.matter())
                        .param("decided", deed.hash())
                        .param("now", at(now))
                        .param("oldest", at(now.minus(fresh)))
                        .update()
                == 1;
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
