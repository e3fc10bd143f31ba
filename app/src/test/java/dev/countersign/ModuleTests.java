package dev.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The modules and their order: each knows only those that stand before it. */
class ModuleTests {

    /** As in the README's map of the code; `local` stands last because it may know them all. */
    static final List<String> ORDER = List.of(
            "database",
            "spelling",
            "moments",
            "refusals",
            "forms",
            "identity",
            "journal",
            "engine",
            "registry",
            "policy",
            "changes",
            "compliance",
            "reviews",
            "gate",
            "desk",
            "local");

    private static final ApplicationModules MODULES = ApplicationModules.of(Countersign.class);

    @Test
    void keepToTheirPublicSidesAndFormNoCircle() {
        MODULES.verify();
    }

    @Test
    void areAllInTheOrder() {
        assertThat(ORDER)
                .containsAll(MODULES.stream()
                        .map(module -> module.getIdentifier().toString())
                        .toList());
    }

    @ParameterizedTest
    @FieldSource("ORDER")
    void knowOnlyThoseBeforeThem(String name) {
        assertThat(MODULES.getModuleByName(name).stream().flatMap(ModuleTests::known))
                .isSubsetOf(ORDER.subList(0, ORDER.indexOf(name)));
    }

    private static java.util.stream.Stream<String> known(ApplicationModule module) {
        return module.getDirectDependencies(MODULES)
                .uniqueModules()
                .map(known -> known.getIdentifier().toString());
    }
}
