package dev.countersign.policy.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.identity.PersonId;
import dev.countersign.policy.Fact;
import dev.countersign.policy.Facts;
import dev.countersign.registry.ProductionSystem;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SupposedChangeTests {

    private static final ProductionSystem ROUTER = new ProductionSystem(
            "edge-router", "Edge router", "It routes.", 1, "network", new PersonId("jonas"), true, Set.of());

    @Test
    void takesWhatTheAddressSaysAndTheTierFromTheRegistry() {
        Facts facts = read(Map.of("blast-radius", "global", "kind", "data", "data-mutation", "true", "hour", "23"));
        assertThat(facts).isEqualTo(new Facts(1, "data", "production", "global", true, true, "none", 23, false));
    }

    /** The registry knows better than whoever tries whether a system steers others, as it does of a real change. */
    @Test
    void countsAControlPlaneAsOneWhateverIsSaid() {
        assertThat(read(Map.of("control-plane", "false")).controlPlane()).isTrue();
    }

    @Test
    void takesNothingThatAFactCannotBe() {
        Facts facts = read(Map.of("blast-radius", "the moon", "hour", "24", "tier", "4", "conflict", "perhaps"));
        assertThat(facts).isEqualTo(new Facts(1, "code", "production", "one-host", true, false, "none", 0, false));
    }

    @Test
    void asksForWhatClausesLookAtAndForReachAndKind() {
        assertThat(SupposedChange.asked(Set.of(Fact.TIER, Fact.ADDENDUM, Fact.CONFLICT)))
                .containsExactly(Fact.KIND, Fact.BLAST_RADIUS, Fact.CONFLICT);
    }

    private static Facts read(Map<String, String> address) {
        return SupposedChange.read(address::get).of(ROUTER);
    }
}
