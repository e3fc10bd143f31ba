package dev.countersign.registry.files;

import dev.countersign.spelling.PlainText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A node of a YAML document, and where it stands. */
record YamlNode(Node node) {

    /** Empty also for what is written as null. */
    Optional<YamlNode> at(String... path) {
        Optional<YamlNode> here = Optional.of(this);
        for (String name : path) {
            here = here.flatMap(one -> Optional.ofNullable(one.entries().get(name)));
        }
        return here;
    }

    /** What stands there as text, or nothing. */
    String says(String... path) {
        return at(path).flatMap(YamlNode::text).orElse("");
    }

    /** By name, but for what is null; what is merged in by `<<` counts where nothing else is said. */
    Map<String, YamlNode> entries() {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        Set<Node> seen = new HashSet<>();
        Deque<YamlNode> bases = new ArrayDeque<>(List.of(this));
        while (!bases.isEmpty()) {
            if (bases.pop().node() instanceof MappingNode mapping && seen.add(mapping)) {
                own(mapping, entries);
                merged(mapping).reversed().forEach(bases::push);
            }
        }
        entries.values().removeIf(YamlNode::isAbsent);
        return entries;
    }

    private static void own(MappingNode mapping, Map<String, YamlNode> entries) {
        for (NodeTuple pair : mapping.getValue()) {
            if (pair.getKeyNode() instanceof ScalarNode key && !isMerge(key)) {
                entries.putIfAbsent(key.getValue(), new YamlNode(pair.getValueNode()));
            }
        }
    }

    private static List<YamlNode> merged(MappingNode mapping) {
        return mapping.getValue().stream()
                .filter(pair -> isMerge(pair.getKeyNode()))
                .map(pair -> new YamlNode(pair.getValueNode()))
                .flatMap(base -> base.node() instanceof SequenceNode ? base.items().stream() : List.of(base).stream())
                .toList();
    }

    private static boolean isMerge(Node name) {
        return name.getTag().equals(Tag.MERGE);
    }

    /** Says of every `<<` what it cannot merge. */
    void refuseOddMerges(Consumer<BadRow> bad) {
        if (node instanceof MappingNode mapping) {
            merged(mapping).stream()
                    .filter(base -> !(base.node() instanceof MappingNode))
                    .forEach(base -> bad.accept(base.bad("‘<<’ can only merge mappings")));
        }
    }

    /** Names that were given before; composing alone does not see them. */
    List<YamlNode> twice() {
        Set<String> names = new HashSet<>();
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .map(pair -> new YamlNode(pair.getKeyNode()))
                        .filter(name -> !names.add(name.text().orElse("")))
                        .toList()
                : List.of();
    }

    /** What was written, whatever type YAML would make of it. */
    Optional<String> text() {
        return node instanceof ScalarNode scalar
                ? Optional.of(PlainText.of(scalar.getValue()).strip())
                : Optional.empty();
    }

    List<YamlNode> items() {
        return node instanceof SequenceNode list
                ? list.getValue().stream()
                        .map(YamlNode::new)
                        .filter(item -> !item.isAbsent())
                        .toList()
                : List.of();
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    boolean isAbsent() {
        return node.getTag().equals(Tag.NULL);
    }

    Cell cell(String text) {
        return new Cell(text, line(), column());
    }

    BadRow bad(String reason) {
        return bad("", reason);
    }

    BadRow bad(String subject, String reason) {
        return new BadRow(line(), column(), subject, reason);
    }

    int line() {
        return node.getStartMark().getLine() + 1;
    }

    private int column() {
        return node.getStartMark().getColumn() + 1;
    }
}
