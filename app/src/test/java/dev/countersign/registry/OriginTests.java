package dev.countersign.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTests {

    @ParameterizedTest
    @CsvSource({
        "Storefront/Shop.git, storefront/shop",
        "https://forge.example/storefront/shop, storefront/shop",
        "storefront/shop//services/cart, storefront/shop//services/cart",
        "Storefront/Shop//Services/Cart/, storefront/shop//Services/Cart",
        "https://forge.example/storefront/shop.git//services/cart, storefront/shop//services/cart"
    })
    void hasOneForm(String typed, String form) {
        assertThat(Origin.of(typed)).map(Origin::written).contains(form);
        assertThat(Origin.kept(form)).isEqualTo(Origin.of(typed).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "shop",
                "storefront/shop//",
                "storefront/shop///services",
                "storefront/shop//services//cart",
                "storefront/shop//../other",
                "storefront/shop//services/./cart",
                "storefront/shop//two words"
            })
    void isNothingElse(String typed) {
        assertThat(Origin.of(typed)).isEmpty();
    }

    @Test
    void holdsWhatLiesInItsFolder() {
        Origin part = Origin.kept("storefront/shop//services/cart");
        assertThat(part.holds("services/cart/src/Cart.java")).isTrue();
        assertThat(part.holds("services/cart-admin/src/Admin.java")).isFalse();
        assertThat(part.holds("services")).isFalse();
        assertThat(Origin.kept("storefront/shop").holds("anything")).isTrue();
    }
}
