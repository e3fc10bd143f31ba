package dev.countersign.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.HouseDatabase;
import dev.countersign.identity.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the registry tells others of its facts, asked in SQL: which systems a repository builds, who is above whom, what counts towards a tier. */
class RegistryDataIT {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final HouseDatabase DATABASE = HouseDatabase.shared();

    private final Builds builds = new Builds(DATABASE.app());
    private final ChainOfCommand command = new ChainOfCommand(DATABASE.app());
    private final TierRows tiers = new TierRows(DATABASE.app());

    /** Mono holds two systems by their folders and one as a whole. */
    @BeforeAll
    static void register() {
        DATABASE.given("""
                INSERT INTO identity.person (id, name, email, roles, seen_at)
                    SELECT id, id, '', '{}', now() FROM unnest('{told-owner,told-director}'::text[]) id ON CONFLICT DO NOTHING;
                INSERT INTO identity.person (id, name, email, roles, seen_at)
                    VALUES ('told-vp', 'told-vp', '', '{VP}', now()) ON CONFLICT DO NOTHING;
                INSERT INTO registry.department VALUES ('told', 'Told', 'storefront', 'told-director', 'told-vp');
                INSERT INTO registry.system (key, name, description, declared_tier, department, owner, consumer_facing) VALUES
                    ('told-cart', 'Cart', '', 3, 'told', 'told-owner', true), ('told-mail', 'Mail', '', 3, 'told', 'told-owner', false),
                    ('told-all', 'All', '', 3, 'told', 'told-owner', false);
                INSERT INTO registry.system_revision (system, number, facts, proposal)
                    VALUES ('told-cart', 1, '{}', 'REG-900009');
                INSERT INTO registry.repository (system, name) VALUES
                    ('told-cart', 'told/mono//services/cart'), ('told-mail', 'told/mono//services/mail'), ('told-all', 'told/mono'),
                    ('told-mail', 'told/mono-mail');
                """);
        incident("INC-900001", "2026-11-01T12:00Z", 7, 0, false);
        incident("INC-900002", "2026-11-02T12:00Z", 0, 9, true);
        incident("INC-900003", "2026-11-03T12:00Z", 0, 9, false);
    }

    private static void incident(String id, String began, long lost, long errors, boolean hitOrders) {
        DATABASE.given("""
                INSERT INTO registry.incident (id, title, started_at, severity, lost_orders, errors, errors_hit_orders, change,
                    no_record, ai_related, lessons, revision)
                    VALUES ('%1$s', 'Down', '%2$s', 1, %3$d, %4$d, %5$s, '', false, 'no', '', 1);
                INSERT INTO registry.incident_system (incident, system) VALUES ('%1$s', 'told-cart');
                """.formatted(id, began, lost, errors, hitOrders));
    }

    @Test
    void buildsEverythingThatLiesInARepository() {
        assertThat(builds.from("https://forge.example/Told/Mono.git"))
                .extracting(Build::system)
                .containsExactly("told-all", "told-cart", "told-mail");
        assertThat(builds.from("told/mono-mail")).extracting(Build::system).containsExactly("told-mail");
        assertThat(builds.from("told/other")).isEmpty();
        assertThat(builds.of(List.of("told-mail")).get("told-mail"))
                .extracting(Origin::written)
                .containsExactly("told/mono-mail", "told/mono//services/mail");
    }

    @Test
    void hasTheDirectorAndTheVpAboveAnOwner() {
        assertThat(command.above(new PersonId("told-owner"))).isEqualTo(people("told-director", "told-vp"));
        assertThat(command.above(new PersonId("told-director"))).isEqualTo(people("told-vp"));
        assertThat(command.above(new PersonId("told-vp"))).isEmpty();
        assertThat(command.below(new PersonId("told-director"))).isEqualTo(people("told-owner"));
        assertThat(command.below(new PersonId("told-vp"))).isEqualTo(people("told-director", "told-owner"));
    }

    /** Errors that kept nobody from ordering do not make a system critical. */
    @Test
    void countsIncidentsThatAffectedOrdersOnly() {
        TierEvidence cart = tiers.evidence(List.of("told-cart"), NOON).getFirst();
        assertThat(cart.incidents())
                .containsExactlyInAnyOrder(
                        Instant.parse("2026-11-01T12:00:00Z"), Instant.parse("2026-11-02T12:00:00Z"));
        assertThat(cart.vpOwned()).isTrue();
        assertThat(cart.consumerFacing()).isTrue();
        assertThat(tiers.evidence(List.of("told-mail"), NOON)).isEmpty();
    }

    private static Set<PersonId> people(String... ids) {
        return Set.copyOf(List.of(ids).stream().map(PersonId::new).toList());
    }
}
