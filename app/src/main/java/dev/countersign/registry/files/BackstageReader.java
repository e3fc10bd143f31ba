package dev.countersign.registry.files;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Takes a Backstage `catalog-info.yaml` of many documents apart. It is only composed, never constructed: no tag of it
 * makes an object.
 */
final class BackstageReader {

    static final String OURS = "countersign.dev/";

    private static final Set<String> SYSTEMS = Set.of("Component", "System", "Resource");
    private static final Map<String, String> ANNOTATIONS = Map.ofEntries(
            Map.entry("organisation", "organisation"),
            Map.entry("team", "team"),
            Map.entry("owner", "owner"),
            Map.entry("repositories", "repositories"),
            Map.entry("environments", "environments"),
            Map.entry("consumer-facing", "consumerFacing"),
            Map.entry("control-plane", "controlPlane"),
            Map.entry("data-class", "dataClass"),
            Map.entry("declared-tier", "declaredTier"),
            Map.entry("director", "director"),
            Map.entry("vp", "vp"));
    private static final int MOST = 20_000;

    private final List<Entry> entries = new ArrayList<>();
    private final List<BadRow> bad = new ArrayList<>();
    private int leftOut;

    static Parsed read(String text) {
        BackstageReader reader = new BackstageReader();
        reader.readAll(text);
        return new Parsed(reader.entries, reader.bad, reader.leftOut);
    }

    private void readAll(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(CatalogueReader.LARGEST);
        options.setMaxAliasesForCollections(20);
        options.setNestingDepthLimit(20);
        try {
            for (Node document : new Yaml(new SafeConstructor(options)).composeAll(new StringReader(text))) {
                take(new YamlNode(document));
            }
        } catch (MarkedYAMLException broken) {
            Optional<Mark> mark = Optional.ofNullable(broken.getProblemMark());
            bad.add(new BadRow(
                    mark.map(Mark::getLine).orElse(0) + 1,
                    mark.map(Mark::getColumn).orElse(0) + 1,
                    "",
                    "this is no YAML: %s".formatted(broken.getProblem())));
        } catch (YAMLException broken) {
            bad.add(new BadRow(1, 1, "", "this YAML cannot be read: %s".formatted(broken.getMessage())));
        }
    }

    private void take(YamlNode document) {
        if (!(document.node() instanceof MappingNode)) {
            if (!document.text().equals(Optional.of(""))) {
                bad.add(document.bad("an entry has to be a mapping"));
            }
            return;
        }
        refuseTwice(document, document.at("metadata"), document.at("metadata", "annotations"), document.at("spec"));
        String kind = document.at("kind").flatMap(YamlNode::text).orElse("");
        if (!SYSTEMS.contains(kind) && !kind.equals("Group")) {
            leftOut++;
        } else if (entries.size() >= MOST) {
            bad.add(document.bad("a file can have %d entries".formatted(MOST)));
        } else {
            entries.add(entry(document, kind.equals("Group")));
        }
    }

    @SafeVarargs
    private void refuseTwice(YamlNode document, Optional<YamlNode>... parts) {
        Stream.concat(Stream.of(document), Arrays.stream(parts).flatMap(Optional::stream))
                .flatMap(part -> part.twice().stream())
                .forEach(again -> bad.add(again.bad("this name is there twice")));
    }

    private Entry entry(YamlNode document, boolean department) {
        Map<String, Cell> cells = new HashMap<>();
        put(cells, "key", document.at("metadata", "name"));
        put(cells, "name", document.at("metadata", "title"));
        put(cells, "description", document.at("metadata", "description"));
        if (department) {
            putReference(cells, "organisation", document.at("spec", "parent"));
        } else {
            putReference(cells, "department", document.at("spec", "owner"));
            document.at("spec", "dependsOn").ifPresent(list -> cells.put("dependencies", list.references(bad::add)));
            put(cells, "repositories", document.at("metadata", "annotations", "github.com/project-slug"));
        }
        document.at("metadata", "annotations").ifPresent(all -> annotations(all, cells));
        return new Entry(department, document.line(), cells);
    }

    private void annotations(YamlNode all, Map<String, Cell> cells) {
        all.entries().forEach((name, value) -> {
            if (name.startsWith(OURS)) {
                String field = ANNOTATIONS.get(name.substring(OURS.length()));
                if (field == null) {
                    bad.add(value.bad("there is no annotation ‘%s’".formatted(name)));
                } else {
                    put(cells, field, Optional.of(value));
                }
            }
        });
    }

    private void put(Map<String, Cell> cells, String field, Optional<YamlNode> node) {
        node.ifPresent(found -> found.text()
                .ifPresentOrElse(
                        text -> cells.put(field, found.cell(text)),
                        () -> bad.add(found.bad("‘%s’ has to be a text".formatted(field)))));
    }

    /** `group:default/checkout` means checkout. */
    private void putReference(Map<String, Cell> cells, String field, Optional<YamlNode> node) {
        node.ifPresent(found -> found.text()
                .ifPresentOrElse(
                        text -> cells.put(field, found.cell(YamlNode.referred(text))),
                        () -> bad.add(found.bad("‘%s’ has to name one entry".formatted(field)))));
    }
}
