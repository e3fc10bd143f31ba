package dev.countersign.registry.files;

import dev.countersign.registry.SystemFacts;
import dev.countersign.spelling.RepositoryName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What one entity of a catalogue says, by the names of our facts. */
final class EntityCells {

    /** Annotations of ours, and the facts that they hold. */
    private static final Map<String, String> ANNOTATIONS = Map.ofEntries(
            Map.entry("key", "key"),
            Map.entry("department", "department"),
            Map.entry("organisation", "organisation"),
            Map.entry("team", "team"),
            Map.entry("owner", "owner"),
            Map.entry("repositories", "repositories"),
            Map.entry("environments", "environments"),
            Map.entry("consumer-facing", "consumerFacing"),
            Map.entry("control-plane", "controlPlane"),
            Map.entry("data-class", "dataClass"),
            Map.entry("dependencies", "dependencies"),
            Map.entry("declared-tier", "declaredTier"),
            Map.entry("director", "director"),
            Map.entry("vp", "vp"));

    /** Where Backstage's plugins say what an entity is built from. */
    private static final List<String> SOURCES =
            List.of("github.com/project-slug", "gitlab.com/project-slug", "backstage.io/source-location");

    private final Entity entity;
    private final String key;
    private final References references;
    private final House house;
    private final Consumer<BadRow> bad;
    private final Map<String, Cell> cells = new HashMap<>();

    EntityCells(Entity entity, String key, References references, House house, Consumer<BadRow> bad) {
        this.entity = entity;
        this.key = key;
        this.references = references;
        this.house = house;
        this.bad = bad;
    }

    Entry entry() {
        boolean department = entity.ref().isDepartment();
        YamlNode document = entity.document();
        document.at("metadata", "annotations").ifPresent(this::annotations);
        document.at("metadata", "name").ifPresent(name -> cells.put("key", name.cell(key)));
        put("name", document.at("metadata", "title"));
        put("description", document.at("metadata", "description"));
        if (!entity.ref().name().equals(key) && !house.has(department, key)) {
            document.at("metadata", "name")
                    .ifPresent(name -> unsaid("name", name.cell(name.text().orElse(key))));
        }
        if (department) {
            document.at("spec", "parent").ifPresent(this::parent);
        } else {
            document.at("spec", "owner").ifPresent(this::owner);
            document.at("spec", "dependsOn").ifPresent(this::dependencies);
            SOURCES.stream()
                    .flatMap(source -> entity.annotation(source).stream())
                    .findFirst()
                    .ifPresent(this::repository);
        }
        return new Entry(department, entity.line(), cells);
    }

    private void annotations(YamlNode all) {
        all.entries().forEach((name, value) -> {
            if (name.startsWith(Entity.OURS)) {
                String field = ANNOTATIONS.get(name.substring(Entity.OURS.length()));
                if (field == null) {
                    bad.accept(value.bad(key, "there is no annotation ‘%s’".formatted(name)));
                } else {
                    put(field, Optional.of(value));
                }
            }
        });
    }

    private void put(String field, Optional<YamlNode> node) {
        node.ifPresent(found -> found.text()
                .ifPresentOrElse(
                        text -> cells.put(field, found.cell(text)),
                        () -> bad.accept(found.bad(key, "‘%s’ has to be a text".formatted(field)))));
    }

    private void unsaid(String field, Cell cell) {
        if (!says(field)) {
            cells.put(field, cell);
        }
    }

    private boolean says(String field) {
        Cell cell = cells.get(field);
        return cell != null && !cell.text().isEmpty();
    }

    private void parent(YamlNode parent) {
        if (!says("organisation")) {
            references.organisation(entity, parent).ifPresent(name -> unsaid("organisation", parent.cell(name)));
        }
    }

    private void owner(YamlNode owner) {
        if (!says("department")) {
            references.department(entity, owner).ifPresent(found -> unsaid("department", owner.cell(found)));
        }
    }

    private void dependencies(YamlNode list) {
        List<String> found = references.systems(entity, list);
        if (found.isEmpty()) {
            return;
        }
        if (says("dependencies")) {
            bad.accept(
                    list.bad(key, "dependencies stand in countersign.dev/dependencies as well; keep one of the two"));
        }
        cells.put("dependencies", list.cell(String.join(" ", found)));
    }

    /** One place that it is built from, which is not all of them if the registry knows others. */
    private void repository(YamlNode source) {
        if (says("repositories")) {
            return;
        }
        Optional<String> found = source.text()
                .map(text -> text.replaceFirst("^url:", "").replaceFirst("/(-/)?(tree|blob)/.*$", ""))
                .flatMap(RepositoryName::of)
                .map(RepositoryName::value);
        List<String> known = house.system(key).map(SystemFacts::repositories).orElse(List.of());
        if (found.isEmpty()) {
            references.leaveOut(source, "it names no repository as %s".formatted(RepositoryName.SPELLING));
        } else if (known.isEmpty()) {
            cells.put("repositories", source.cell(found.get()));
        } else if (!known.contains(found.get())) {
            references.leaveOut(
                    source,
                    "it is none of the repositories that ‘%s’ is built from; name all with countersign.dev/repositories"
                            .formatted(key));
        }
    }
}
