package dev.countersign.registry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All dependencies at once; circles are allowed, for they exist. */
final class DependencyGraph {

    /** The system cannot do without the upstream one. */
    record Edge(String system, String upstream) {}

    private final Map<String, List<String>> upstream = new HashMap<>();
    private final Map<String, List<String>> downstream = new HashMap<>();

    DependencyGraph(List<Edge> edges) {
        edges.forEach(edge -> {
            upstream.computeIfAbsent(edge.system(), _ -> new ArrayList<>()).add(edge.upstream());
            downstream.computeIfAbsent(edge.upstream(), _ -> new ArrayList<>()).add(edge.system());
        });
    }

    /** All that it needs, directly or not, with how many steps away they are. */
    Map<String, Integer> upstream(String system) {
        return reach(system, upstream);
    }

    /** All that need it, directly or not. */
    Map<String, Integer> downstream(String system) {
        return reach(system, downstream);
    }

    /** The direct dependencies between some of them. */
    List<BlastRadius.Link> links(Collection<String> some) {
        Set<String> among = Set.copyOf(some);
        return some.stream()
                .flatMap(system -> upstream.getOrDefault(system, List.of()).stream()
                        .filter(among::contains)
                        .map(needed -> new BlastRadius.Link(system, needed)))
                .toList();
    }

    /** The shortest way along dependencies from the system back to itself; empty if there is none. */
    List<String> circle(String system) {
        Map<String, String> cameFrom = new HashMap<>();
        var waiting = new ArrayDeque<>(List.of(system));
        while (!waiting.isEmpty()) {
            String here = waiting.remove();
            for (String next : upstream.getOrDefault(here, List.of())) {
                if (next.equals(system)) {
                    return way(system, here, cameFrom);
                }
                if (cameFrom.putIfAbsent(next, here) == null) {
                    waiting.add(next);
                }
            }
        }
        return List.of();
    }

    private static List<String> way(String start, String last, Map<String, String> cameFrom) {
        var way = new ArrayDeque<>(List.of(start));
        for (String here = last; !here.equals(start); here = cameFrom.getOrDefault(here, start)) {
            way.addFirst(here);
        }
        way.addFirst(start);
        return List.copyOf(way);
    }

    private static Map<String, Integer> reach(String system, Map<String, List<String>> steps) {
        Map<String, Integer> distances = new LinkedHashMap<>(Map.of(system, 0));
        var waiting = new ArrayDeque<>(List.of(system));
        while (!waiting.isEmpty()) {
            String here = waiting.remove();
            int distance = distances.getOrDefault(here, 0) + 1;
            for (String next : steps.getOrDefault(here, List.of())) {
                if (distances.putIfAbsent(next, distance) == null) {
                    waiting.add(next);
                }
            }
        }
        distances.remove(system);
        return distances;
    }
}
