package dev.countersign.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.registry.Catalogue;
import dev.countersign.registry.Catalogue.Listing;
import dev.countersign.registry.Department;
import dev.countersign.registry.ProductionSystem;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoSystemsTests {

    private final Catalogue catalogue = DemoSystems.catalogue();

    @Test
    void makes335CriticalSystemsAnd200Others() {
        assertThat(systems()).filteredOn(system -> system.tier() == 1).hasSize(335);
        assertThat(systems()).filteredOn(system -> system.tier() > 1).hasSize(200);
    }

    @Test
    void spreadsThemOverTwelveDepartmentsUnderFourVps() {
        assertThat(catalogue.departments()).hasSize(12);
        assertThat(catalogue.departments().stream().map(Department::vp).distinct())
                .hasSize(4);
        assertThat(systems().stream().map(ProductionSystem::department).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        catalogue.departments().stream().map(Department::key).toList());
    }

    @Test
    void namesEachSystemOnce() {
        assertThat(systems()).extracting(ProductionSystem::key).doesNotHaveDuplicates();
        assertThat(systems()).extracting(ProductionSystem::name).doesNotHaveDuplicates();
    }

    @Test
    void makesTheSameSystemsEachTime() {
        assertThat(DemoSystems.catalogue()).isEqualTo(catalogue);
    }

    private List<ProductionSystem> systems() {
        return catalogue.listings().stream().map(Listing::system).toList();
    }
}
