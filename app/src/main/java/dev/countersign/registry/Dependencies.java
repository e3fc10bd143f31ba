package dev.countersign.registry;

import java.util.HashSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who cannot do without whom. */
@Repository
public class Dependencies {

    private final JdbcClient sql;
    private final Systems systems;

    Dependencies(JdbcClient sql, Systems systems) {
        this.sql = sql;
        this.systems = systems;
    }

    public BlastRadius of(String system) {
        DependencyGraph graph = new DependencyGraph(sql.sql(
                        "SELECT system, upstream FROM registry.dependency ORDER BY system, upstream")
                .query((row, number) -> new DependencyGraph.Edge(row.getString("system"), row.getString("upstream")))
                .list());
        var upstream = graph.upstream(system);
        var downstream = graph.downstream(system);
        var keys = new HashSet<>(upstream.keySet());
        keys.addAll(downstream.keySet());
        keys.add(system);
        var known = systems.named(keys).stream().collect(Collectors.toMap(ProductionSystem::key, one -> one));
        return BlastRadius.of(system, graph, upstream, downstream, known);
    }
}
