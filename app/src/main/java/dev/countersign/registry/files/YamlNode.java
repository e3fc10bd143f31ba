package dev.countersign.registry.files;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A node of a YAML document, and where it stands. */
record YamlNode(Node node) {

    Optional<YamlNode> at(String... path) {
        Optional<YamlNode> here = Optional.of(this);
        for (String name : path) {
            here = here.flatMap(one -> Optional.ofNullable(one.entries().get(name)));
        }
        return here;
    }

    Map<String, YamlNode> entries() {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(pair -> {
                if (pair.getKeyNode() instanceof ScalarNode key) {
                    entries.put(key.getValue(), new YamlNode(pair.getValueNode()));
                }
            });
        }
        return entries;
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
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue().strip()) : Optional.empty();
    }

    /** The names that a list refers to, in one cell. */
    Cell references(Consumer<BadRow> bad) {
        if (!(node instanceof SequenceNode list)) {
            bad.accept(bad("it has to be a list"));
            return cell("");
        }
        return cell(list.getValue().stream()
                .map(YamlNode::new)
                .flatMap(item -> item
                        .text()
                        .or(() -> {
                            bad.accept(item.bad("it has to name one entry"));
                            return Optional.empty();
                        })
                        .stream())
                .map(YamlNode::referred)
                .collect(Collectors.joining(" ")));
    }

    static String referred(String reference) {
        String name = reference.substring(reference.lastIndexOf('/') + 1);
        return name.substring(name.lastIndexOf(':') + 1);
    }

    Cell cell(String text) {
        return new Cell(text, line(), column());
    }

    BadRow bad(String reason) {
        return new BadRow(line(), column(), "", reason);
    }

    int line() {
        return node.getStartMark().getLine() + 1;
    }

    private int column() {
        return node.getStartMark().getColumn() + 1;
    }
}
