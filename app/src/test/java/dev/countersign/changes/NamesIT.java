package dev.countersign.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.FormerHouse;
import dev.countersign.spelling.RepositoryName;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was written before each name had one form is found by that form, on a real PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NamesIT {

    private static final String SHA = SampleDocument.SHA;

    private FormerHouse house;
    private JdbcClient owner;

    @BeforeAll
    void migrateAHouseThatKeptWhatWasTyped() {
        house = FormerHouse.at("041");
        owner = house.owner();
        owner.sql("""
                INSERT INTO identity.person (id, name, email, roles, seen_at) VALUES
                    ('elena', 'Elena', '', '{DIRECTOR}', now()), ('grace', 'Grace', '', '{VP}', now()), ('jonas', 'Jonas', '', '{SYSTEM_OWNER}', now()),
                    ('chloe', 'Chloe', '', '{ENGINEER}', now());
                INSERT INTO registry.department (key, name, organisation, director, vp) VALUES ('checkout', 'Checkout', 'storefront', 'elena', 'grace');
                INSERT INTO registry.system (key, name, description, declared_tier, department, owner) VALUES
                    ('checkout-api', 'Checkout API', '', 1, 'checkout', 'jonas'), ('cart-console', 'Cart console', '', 3, 'checkout', 'jonas');
                INSERT INTO registry.repository VALUES ('checkout-api', 'Storefront/Checkout.git'), ('checkout-api', 'storefront/checkout'),
                    ('checkout-api', 'git@forge.example:storefront/lib.git'), ('checkout-api', 'the monolith'), ('cart-console', 'Storefront/Checkout');
                """).update();
        house.migrate("latest");
    }

    @AfterAll
    void stop() {
        house.close();
    }

    @Test
    void keepsEachRepositoryOfASystemOnce() {
        assertThat(repositories("checkout-api"))
                .containsExactly("storefront/checkout", "storefront/lib", "the monolith");
        assertThat(repositories("cart-console")).containsExactly("storefront/checkout");
    }

    /** A proposal that was open by then is adopted by the database alone. */
    @Test
    void keepsWhatIsAdoptedLaterInOneFormToo() {
        owner.sql(
                        "INSERT INTO registry.repository SELECT 'cart-console', name FROM unnest(ARRAY['A/B', 'a/b.git', 'a/b']) name")
                .update();
        assertThat(repositories("cart-console")).containsOnlyOnce("a/b");
        owner.sql("DELETE FROM registry.repository WHERE name = 'a/b'").update();
    }

    static Stream<String> spellings() {
        return Stream.of(
                "storefront/order-capture",
                "Storefront/Order-Capture",
                " storefront/order-capture.git ",
                "https://me:secret@forge.example:8443/storefront/order-capture.git/",
                "git@forge.example:group/storefront/order-capture.git",
                "ssh://git@forge.example:22/storefront/order-capture",
                "monolith",
                "a b/c");
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void readsRepositoriesAsTheApplicationDoes(String typed) {
        assertThat(owner.sql("SELECT registry.repository_name(:typed)")
                        .param("typed", typed)
                        .query(String.class)
                        .single())
                .isEqualTo(RepositoryName.of(typed).map(RepositoryName::value).orElse(typed));
    }

    private List<String> repositories(String system) {
        return owner.sql("SELECT name FROM registry.repository WHERE system = :system ORDER BY name")
                .param("system", system)
                .query(String.class)
                .list();
    }
}
