package dev.countersign.local.demo;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.registry.Catalogue;
import dev.countersign.registry.Department;
import dev.countersign.registry.Incident;
import dev.countersign.registry.Incidents;
import dev.countersign.registry.SystemFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoSystemsTests {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final Catalogue catalogue = DemoSystems.catalogue();

    @Test
    void makes335CriticalSystemsAnd200Others() {
        assertThat(systems()).filteredOn(system -> system.declaredTier() == 1).hasSize(335);
        assertThat(systems()).filteredOn(system -> system.declaredTier() > 1).hasSize(200);
    }

    @Test
    void hitsEachCriticalSystemTwiceWithinAYearAndNoOther() {
        var hits = DemoIncidents.before(NOW).stream()
                .filter(incident -> Incidents.counts(incident, NOW.plus(Duration.ofDays(30))))
                .map(Incident::systems)
                .flatMap(List::stream)
                .collect(groupingBy(identity(), counting()));
        assertThat(hits)
                .hasSize(335)
                .allSatisfy((system, times) -> assertThat(times).isEqualTo(2));
        assertThat(systems())
                .filteredOn(system -> hits.containsKey(system.key()))
                .allSatisfy(system -> assertThat(system.consumerFacing()).isTrue());
    }

    @Test
    void spreadsThemOverTwelveDepartmentsUnderFourVps() {
        assertThat(catalogue.departments()).hasSize(12);
        assertThat(catalogue.departments().stream().map(Department::vp).distinct())
                .hasSize(4);
        assertThat(systems().stream().map(SystemFacts::department).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        catalogue.departments().stream().map(Department::key).toList());
    }

    @Test
    void namesEachSystemOnce() {
        assertThat(systems()).extracting(SystemFacts::key).doesNotHaveDuplicates();
        assertThat(systems()).extracting(SystemFacts::name).doesNotHaveDuplicates();
    }

    @Test
    void makesTheSameSystemsEachTime() {
        assertThat(DemoSystems.catalogue()).isEqualTo(catalogue);
    }

    private List<SystemFacts> systems() {
        return catalogue.systems();
    }
}
