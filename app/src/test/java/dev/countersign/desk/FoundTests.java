package dev.countersign.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Personas;
import dev.countersign.registry.Environment;
import dev.countersign.registry.ProductionSystem;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoundTests {

    private static final ProductionSystem CHECKOUT = new ProductionSystem(
            "checkout-api",
            "Checkout API",
            "",
            1,
            "checkout",
            Personas.JONAS.id(),
            false,
            Set.of(Environment.PRODUCTION));

    @ParameterizedTest
    @CsvSource({"check, systems", "CHECKOUT-API, systems", "checkout api, systems", "out-api, changes", "42, changes"})
    void namesASystemFirstWhereSomebodyBeginsToTypeItsName(String typed, String first) {
        assertThat(new Found(typed, List.of(), List.of(CHECKOUT), List.of())
                        .order()
                        .getFirst())
                .isEqualTo(first);
    }
}
