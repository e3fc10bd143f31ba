package dev.countersign.desk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A process model as nodes and arrows, and the ways that lead through it without any work on them. */
record Diagram(Map<String, Node> nodes, Map<String, List<Flow>> outgoing) {

    Optional<Node> node(String id) {
        return Optional.ofNullable(nodes.get(id));
    }

    String name(String id) {
        return node(id).map(Node::name).orElse(id);
    }

    /** What the token waits for at a place, in words; at a gateway for the first of several events. */
    String waitingAt(String id) {
        if (!isA(id, Node.Kind.WAIT)) {
            return name(id);
        }
        List<String> events = from(id).stream()
                .map(Flow::to)
                .filter(next -> isA(next, Node.Kind.WAIT))
                .map(this::name)
                .toList();
        return "Waits for: " + (events.isEmpty() ? name(id) : String.join(", or ", events));
    }

    List<String> starts() {
        return nodes.values().stream()
                .filter(node -> node.is(Node.Kind.START))
                .map(Node::id)
                .toList();
    }

    List<Flow> from(String id) {
        return outgoing.getOrDefault(id, List.of());
    }

    /** The shortest way between two nodes on which nobody has to do anything. */
    Optional<List<Flow>> way(String from, String to) {
        return Optional.ofNullable(ways(from, flow -> true).get(to));
    }

    /** The nodes of a kind that a token can come to next without a jump, the nearest first. */
    List<String> next(String from, Node.Kind kind) {
        return ways(from, flow -> flow.kind() != Flow.Kind.LINK).keySet().stream()
                .filter(place -> isA(place, kind))
                .toList();
    }

    /** The shortest way to each node that can be reached without work; breadth first, and no further than work. */
    private Map<String, List<Flow>> ways(String from, Predicate<Flow> allowed) {
        Map<String, List<Flow>> ways = new LinkedHashMap<>();
        Deque<String> ahead = new ArrayDeque<>(List.of(from));
        while (!ahead.isEmpty()) {
            String place = ahead.remove();
            for (Flow flow : from(place)) {
                if (allowed.test(flow)
                        && ways.putIfAbsent(flow.to(), extended(ways.get(place), flow)) == null
                        && !isA(flow.to(), Node.Kind.WORK)) {
                    ahead.add(flow.to());
                }
            }
        }
        return ways;
    }

    private boolean isA(String place, Node.Kind kind) {
        return node(place).filter(node -> node.is(kind)).isPresent();
    }

    private static List<Flow> extended(@Nullable List<Flow> way, Flow next) {
        return way == null
                ? List.of(next)
                : Stream.concat(way.stream(), Stream.of(next)).toList();
    }
}
