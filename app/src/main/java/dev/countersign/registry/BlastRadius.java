package dev.countersign.registry;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who suffers when a system fails, and whose failure it suffers from.
 *
 * @param upstream what it needs, the nearest first
 * @param downstream what needs it, the nearest first
 * @param circle the way along dependencies back to itself; empty if there is none
 * @param links direct dependencies between systems in the picture
 */
public record BlastRadius(
        String system, List<Step> upstream, List<Step> downstream, List<String> circle, List<Link> links) {

    /** Those that are equally many steps away, the most critical first. */
    public record Step(int distance, List<ProductionSystem> systems) {}

    /** One cannot do without the other. */
    public record Link(String system, String upstream) {}

    static BlastRadius of(
            String system,
            DependencyGraph graph,
            Map<String, Integer> upstream,
            Map<String, Integer> downstream,
            Map<String, ProductionSystem> known) {
        List<String> shown = Stream.of(Stream.of(system), upstream.keySet().stream(), downstream.keySet().stream())
                .flatMap(keys -> keys)
                .distinct()
                .toList();
        return new BlastRadius(
                system, steps(upstream, known), steps(downstream, known), graph.circle(system), graph.links(shown));
    }

    public int reached() {
        return downstream.stream().mapToInt(step -> step.systems().size()).sum();
    }

    public long reachedTierOne() {
        return downstream.stream()
                .flatMap(step -> step.systems().stream())
                .filter(one -> one.tier() == 1)
                .count();
    }

    private static List<Step> steps(Map<String, Integer> distances, Map<String, ProductionSystem> known) {
        return distances.entrySet().stream()
                .filter(entry -> known.containsKey(entry.getKey()))
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        TreeMap::new,
                        Collectors.mapping(entry -> known.get(entry.getKey()), Collectors.toList())))
                .entrySet()
                .stream()
                .map(entry -> new Step(entry.getKey(), sorted(entry.getValue())))
                .toList();
    }

    private static List<ProductionSystem> sorted(List<ProductionSystem> systems) {
        return systems.stream()
                .sorted(Comparator.comparingInt(ProductionSystem::tier).thenComparing(ProductionSystem::key))
                .toList();
    }
}
