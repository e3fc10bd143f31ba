package dev.countersign.registry.files;

import dev.countersign.spelling.Excerpt;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

    private static final Set<String> KINDS = Set.of("component", "system", "resource", "group");
    private static final int MOST = 20_000;

    private final House house;
    private final Choices choices;
    private final List<Entity> entities = new ArrayList<>();
    private final List<BadRow> bad = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<Taken> taken = new ArrayList<>();

    private BackstageReader(House house, Choices choices) {
        this.house = house;
        this.choices = choices;
    }

    static Parsed read(String text, House house, Choices choices) {
        BackstageReader reader = new BackstageReader(house, choices);
        reader.readAll(text);
        return reader.parsed();
    }

    private void readAll(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(CatalogueReader.LARGEST);
        // It counts those of all documents together. Nothing is built from them, so they multiply nothing.
        options.setMaxAliasesForCollections(MOST);
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
            if (!document.isAbsent()) {
                bad.add(document.bad("an entry has to be a mapping"));
            }
            return;
        }
        refuseTwice(document, document.at("metadata"), document.at("metadata", "annotations"), document.at("spec"));
        String kind = document.says("kind");
        if (!KINDS.contains(kind.toLowerCase(Locale.ROOT))) {
            leftOut.add(new LeftOut(
                    document.line(),
                    "%s %s".formatted(kind, document.says("metadata", "name")).strip(),
                    kind.isEmpty() ? "it says no kind" : "%s is neither a system nor a department".formatted(kind)));
        } else if (entities.size() >= MOST) {
            bad.add(document.bad("a file can have %d entries".formatted(MOST)));
        } else if (hasName(document)) {
            entities.add(Entity.of(document, kind));
        }
    }

    private boolean hasName(YamlNode document) {
        Optional<YamlNode> node = document.at("metadata", "name");
        String name = document.says("metadata", "name");
        if (EntityRef.isName(name)) {
            return true;
        }
        String reason = name.isEmpty()
                ? "the name is missing, or no text"
                : "‘%s’ is no name: letters and digits, with one of - _ . between them".formatted(Excerpt.of(name, 80));
        bad.add(node.orElse(document).bad(reason));
        return false;
    }

    @SafeVarargs
    private void refuseTwice(YamlNode document, Optional<YamlNode>... parts) {
        Stream.concat(Stream.of(document), Arrays.stream(parts).flatMap(Optional::stream))
                .forEach(part -> {
                    part.refuseOddMerges(bad::add);
                    part.twice().forEach(again -> bad.add(again.bad("this name is there twice")));
                });
    }

    private Parsed parsed() {
        EntityKeys keys = new EntityKeys(house, bad::add, leftOut::add);
        List<Entity> ours = entities.stream()
                .filter(entity -> !entity.ref().isDepartment() || isDepartment(entity, keys))
                .toList();
        keys.take(ours);
        References references = new References(keys, choices, bad::add, leftOut::add);
        List<Entry> entries = new ArrayList<>();
        for (Entity entity : ours) {
            keys.key(entity).ifPresent(key -> {
                entries.add(new EntityCells(entity, key, references, house, bad::add).entry());
                if (!entity.ref().isPlain() || !entity.ref().name().equals(key)) {
                    taken.add(entity.as(key));
                }
            });
        }
        return new Parsed(entries, bad, leftOut, taken, List.copyOf(references.unknownOwners()));
    }

    /** A group is one if it is one already, or if somebody says who leads it. */
    private boolean isDepartment(Entity group, EntityKeys registered) {
        Optional<String> chosen = choices.departmentOf(group.ref());
        chosen.ifPresent(key -> taken.add(group.as(key)));
        boolean isOne = chosen.isEmpty()
                && (registered.key(group.ref()).isPresent()
                        || choices.namesLeaders()
                        || Stream.of("director", "vp", "key")
                                .anyMatch(name -> group.ours(name).isPresent()));
        if (!isOne && chosen.isEmpty()) {
            leftOut.add(new LeftOut(
                    group.line(),
                    group.ref().toString(),
                    "nobody says who leads it; choose a department for it, or a director and a VP"));
        }
        return isOne;
    }
}
