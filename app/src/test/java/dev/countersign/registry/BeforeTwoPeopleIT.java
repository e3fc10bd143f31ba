package dev.countersign.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.FormerHouse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** A house that ran before edits took two people: its systems are migrated on a real PostgreSQL. */
class BeforeTwoPeopleIT {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private FormerHouse house;
    private JdbcClient owner;

    @BeforeEach
    void runTheFirstRelease() {
        house = FormerHouse.at("040");
        owner = house.owner();
        owner.sql("""
                INSERT INTO identity.person (id, name, email, roles, seen_at) VALUES
                    ('elena', 'Elena', '', '{DIRECTOR}', now()), ('grace', 'Grace', '', '{VP}', now()), ('jonas', 'Jonas', '', '{SYSTEM_OWNER}', now());
                INSERT INTO registry.department VALUES ('checkout', 'Checkout', 'storefront', 'elena', 'grace');
                INSERT INTO registry.system VALUES
                    ('checkout-api', 'Checkout API', 'Takes orders.', 1, 'checkout', 'jonas'),
                    ('cart-console', 'Cart console', '', 3, 'checkout', 'jonas');
                INSERT INTO registry.repository VALUES ('checkout-api', 'storefront/checkout'), ('checkout-api', 'storefront/lib');
                """).update();
        house.migrate("latest");
    }

    @AfterEach
    void stop() {
        house.close();
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
}
