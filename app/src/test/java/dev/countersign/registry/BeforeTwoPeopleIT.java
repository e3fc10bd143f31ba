package dev.countersign.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** A house that ran before edits took two people: its systems are migrated on a real PostgreSQL. */
class BeforeTwoPeopleIT {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private EmbeddedPostgres postgres;
    private JdbcClient owner;

    @BeforeEach
    void runTheFirstRelease() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        JdbcClient root = JdbcClient.create(postgres.getPostgresDatabase());
        root.sql("CREATE ROLE countersign_owner LOGIN").update();
        root.sql("CREATE ROLE countersign_app LOGIN").update();
        root.sql("CREATE DATABASE countersign OWNER countersign_owner").update();
        owner = JdbcClient.create(postgres.getDatabase("countersign_owner", "countersign"));
        migrate("040");
        owner.sql("""
                INSERT INTO identity.person (id, name, email, roles, seen_at) VALUES
                    ('elena', 'Elena', '', '{DIRECTOR}', now()), ('grace', 'Grace', '', '{VP}', now()), ('jonas', 'Jonas', '', '{SYSTEM_OWNER}', now());
                INSERT INTO registry.department VALUES ('checkout', 'Checkout', 'storefront', 'elena', 'grace');
                INSERT INTO registry.system VALUES
                    ('checkout-api', 'Checkout API', 'Takes orders.', 1, 'checkout', 'jonas'),
                    ('cart-console', 'Cart console', '', 3, 'checkout', 'jonas');
                INSERT INTO registry.repository VALUES ('checkout-api', 'storefront/checkout'), ('checkout-api', 'storefront/lib');
                """).update();
        migrate("latest");
    }

    @AfterEach
    void stop() throws IOException {
        postgres.close();
    }

    @Test
    void keepsEverySystemAsRevisionOne() {
        Facts facts = new Facts(owner, JsonMapper.builder().build());
        SystemFacts now = facts.system("checkout-api");
        assertThat(now.description()).isEqualTo("Takes orders.");
        assertThat(now.repositories()).containsExactly("storefront/checkout", "storefront/lib");
        assertThat(facts.revision(new Revised<>(1, now)).orElseThrow()).isEqualTo(now);
        Department department =
                facts.departments(List.of("checkout")).get("checkout").facts();
        assertThat(facts.revision(new Revised<>(1, department)).orElseThrow()).isEqualTo(department);
    }

    @Test
    void keepsTheTiersThatWereDeclaredUntilTwoPeopleStateTheFacts() {
        Systems systems = new Systems(owner, Clock.fixed(NOON, ZoneOffset.UTC));
        assertThat(systems.get("checkout-api").tier()).isEqualTo(1);
        assertThat(systems.get("cart-console").tier()).isEqualTo(3);
        assertThat(new TierRows(owner).allEvidence(NOON)).isEmpty();
        assertThat(new TierRows(owner).allMoves(NOON)).isEmpty();
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(postgres.getDatabase("countersign_owner", "countersign"))
                .locations(
                        "classpath:db/migration/identity",
                        "classpath:db/migration/journal",
                        "classpath:db/migration/registry")
                .target(target)
                .load()
                .migrate();
    }
}
