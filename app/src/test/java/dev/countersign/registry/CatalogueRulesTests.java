package dev.countersign.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.countersign.identity.PersonId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueRulesTests {

    private final CatalogueRules rules =
            new CatalogueRules(new Known(Set.of("jonas", "elena", "grace"), Set.of("checkout"), Set.of("cart-api")));

    @Test
    void letsAnOrdinarySystemPass() {
        assertThat(rules.flaws(SampleSystem.named("promise-api"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Promise", "a--b", "-a", "a_b", "ключ", "imports", "new", "proposals"})
    void refusesAKeyThatIsNoAddress(String key) {
        assertThat(rules.flaws(SampleSystem.named(key))).extracting(Flaw::field).contains("key");
    }

    @Test
    void takesSpellingsOfOneRepositoryForOne() {
        assertThat(SampleSystem.builtFrom(
                                SampleSystem.named("a"),
                                "Storefront/Cart",
                                "https://forge.example/storefront/cart",
                                "storefront/cart.git")
                        .repositories())
                .containsExactly("storefront/cart");
    }

    @Test
    void refusesWhatIsNoRepositoryWithTheRightSpelling() {
        assertThat(rules.flaws(SampleSystem.builtFrom(SampleSystem.named("a"), "cart", "a/b/../c")))
                .extracting(Flaw::field, Flaw::words)
                .containsExactly(
                        tuple(
                                "repositories",
                                "‘a/b/../c’ has to be owner/name, such as storefront/order-capture, or owner/name//folder for a part of one"),
                        tuple(
                                "repositories",
                                "‘cart’ has to be owner/name, such as storefront/order-capture, or owner/name//folder for a part of one"));
    }

    @Test
    void refusesToReferToWhatNobodyKnows() {
        SystemFacts lost = new SystemFacts(
                "lost-api",
                "Lost",
                "",
                "lost-and-found",
                "",
                new PersonId("nobody"),
                List.of(),
                List.of(),
                false,
                false,
                DataClass.PUBLIC,
                List.of("gone-api", "lost-api"),
                5);
        assertThat(rules.flaws(lost))
                .extracting(Flaw::field)
                .containsExactlyInAnyOrder(
                        "department",
                        "owner",
                        "environments",
                        "declaredTier",
                        "dependencies",
                        "dependencies",
                        "dependencies");
    }

    @Test
    void refusesADirectorWhoIsTheirOwnVp() {
        assertThat(rules.flaws(new Department("a", "A", "o", new PersonId("grace"), new PersonId("grace"))))
                .extracting(Flaw::field)
                .containsExactly("vp");
    }
}
