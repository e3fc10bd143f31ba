package dev.countersign.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.registry.DependencyGraph.Edge;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DependencyGraphTests {

    private final DependencyGraph graph = new DependencyGraph(List.of(
            new Edge("checkout", "cart"),
            new Edge("checkout", "payment"),
            new Edge("cart", "session"),
            new Edge("session", "login"),
            new Edge("login", "profile"),
            new Edge("profile", "session"),
            new Edge("kiosk", "checkout")));

    @Test
    void measuresTheBlastRadiusByTheShortestWay() {
        assertThat(graph.downstream("session"))
                .isEqualTo(Map.of("cart", 1, "profile", 1, "checkout", 2, "login", 2, "kiosk", 3));
        assertThat(graph.upstream("checkout"))
                .isEqualTo(Map.of("cart", 1, "payment", 1, "session", 2, "login", 3, "profile", 4));
    }

    @Test
    void namesACircleAndSurvivesIt() {
        assertThat(graph.circle("login")).containsExactly("login", "profile", "session", "login");
        assertThat(graph.circle("checkout")).isEmpty();
        assertThat(graph.upstream("login")).isEqualTo(Map.of("profile", 1, "session", 2));
    }

    @Test
    void drawsOnlyWhatIsBetweenTheShown() {
        assertThat(graph.links(List.of("checkout", "cart", "login")))
                .containsExactly(new BlastRadius.Link("checkout", "cart"));
    }
}
