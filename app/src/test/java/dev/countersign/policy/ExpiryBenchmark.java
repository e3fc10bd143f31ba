package dev.countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.countersign.Personas;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What it costs that an addendum ends, with no change in flight and with a hundred thousand: `mvn verify -Pbenchmark`.
 * It prints, and asserts that no row is written and nothing told to Camunda for any change.
 */
@OnRealStack
class ExpiryBenchmark {

    private static final int IN_FLIGHT = 100_000;
    private static final PrintStream OUT = System.out;

    private final RealStack stack = RealStack.shared();

    @Autowired
    private Addenda addenda;

    @Autowired
    private AddendumProcess process;

    @Autowired
    private Policies policies;

    @Autowired
    private JdbcClient sql;

    private record Cost(long inFlight, double millis, long changesWritten, long told, long recorded) {}

    @Test
    void costsTheSameWhateverIsInFlight() throws SQLException {
        expiry(0);
        Cost none = expiry(0);
        Cost many = expiry(IN_FLIGHT);
        OUT.printf(
                Locale.ROOT,
                "Machine: %d processors, Java %s; application, PostgreSQL and broker share it.%n",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version());
        for (Cost cost : new Cost[] {none, many}) {
            OUT.printf(
                    Locale.ROOT,
                    "%,9d changes in flight: taken down in %5.1f ms, %d changes written, %d commands, %d journal entries%n",
                    cost.inFlight(),
                    cost.millis(),
                    cost.changesWritten(),
                    cost.told(),
                    cost.recorded());
        }
        assertThat(many.changesWritten()).isZero();
        assertThat(many.told()).isEqualTo(none.told());
        assertThat(many.recorded()).isEqualTo(none.recorded());
    }

    private Cost expiry(int inFlight) throws SQLException {
        AddendumId id = addenda.propose(new Proposal("Controlled friction", "Three outages.", 90), Personas.GRACE)
                .id();
        addenda.decide(id, Personas.HUGO, true, "Agreed.");
        String version = policies.inForce().id();
        await().until(() -> count("SELECT count(*) FROM engine.outbox WHERE sent_at IS NULL") == 0);
        launch(version, inFlight);
        stack.moveClockOfApplications(Duration.ofDays(90));
        long told = count("SELECT count(*) FROM engine.outbox");
        long recorded = count("SELECT count(*) FROM journal.entry");
        long written = count("SELECT coalesce(sum(version), 0) FROM changes.change");
        long start = System.nanoTime();
        process.closeIfOver(id);
        double millis = (System.nanoTime() - start) / 1e6;
        assertThat(policies.inForce().addenda()).doesNotContain(id.value());
        return new Cost(
                inFlight,
                millis,
                count("SELECT coalesce(sum(version), 0) FROM changes.change") - written,
                count("SELECT count(*) FROM engine.outbox") - told,
                count("SELECT count(*) FROM journal.entry") - recorded);
    }

    /** Straight into the table: a hundred thousand people are not at hand. */
    private void launch(String version, int number) throws SQLException {
        try (var owner = stack.asOwner();
                var insert = owner.prepareStatement("""
                        INSERT INTO changes.change
                          (id, status, version, author, title, department, systems, revision, policy_version, created_at, submitted_at, status_since)
                        SELECT 'CHG-9' || lpad(n::text, 8, '0'), 'IN_REVIEW', 2, 'ada', 'In flight', 'checkout', '{cart-api}', 1, ?, now(), now(), now()
                        FROM generate_series(1, ?) n
                        """)) {
            insert.setString(1, version);
            insert.setInt(2, number);
            insert.executeUpdate();
        }
    }

    private long count(String query) {
        return sql.sql(query).query(Long.class).single();
    }
}
