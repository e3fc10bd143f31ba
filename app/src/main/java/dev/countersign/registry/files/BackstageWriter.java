package dev.countersign.registry.files;

import dev.countersign.registry.Catalogue;
import dev.countersign.registry.Department;
import dev.countersign.registry.Environment;
import dev.countersign.registry.SystemFacts;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Writes a catalogue as Backstage's `catalog-info.yaml`; what Backstage lacks stands in annotations of ours. */
public final class BackstageWriter {

    private static final String NAMESPACE = "default/";

    private BackstageWriter() {}

    public static void write(Catalogue catalogue, Writer out) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setExplicitStart(true);
        options.setSplitLines(false);
        new Yaml(options)
                .dumpAll(
                        Stream.concat(
                                        catalogue.departments().stream().map(BackstageWriter::group),
                                        catalogue.systems().stream().map(BackstageWriter::component))
                                .iterator(),
                        out);
    }

    private static Map<String, ?> group(Department department) {
        return entity(
                "Group",
                metadata(
                        department.key(),
                        Blank.written(department.name()),
                        "",
                        Map.of(
                                "key",
                                department.key(),
                                "director",
                                department.director().value(),
                                "vp",
                                department.vp().value(),
                                "organisation",
                                department.organisation())),
                inOrder("type", "department", "parent", department.organisation(), "children", List.of()));
    }

    private static Map<String, ?> component(SystemFacts system) {
        Map<String, String> ours = new LinkedHashMap<>();
        ours.put("key", system.key());
        ours.put("owner", system.owner().value());
        ours.put("team", Blank.written(system.team()));
        ours.put("repositories", Blank.written(String.join(" ", system.repositories())));
        ours.put(
                "environments",
                system.environments().stream().map(Environment::word).collect(Collectors.joining(" ")));
        ours.put("consumer-facing", system.consumerFacing() ? "yes" : "no");
        ours.put("control-plane", system.controlPlane() ? "yes" : "no");
        ours.put("data-class", system.dataClass().word());
        ours.put("declared-tier", Integer.toString(system.declaredTier()));
        if (system.dependencies().isEmpty()) {
            ours.put("dependencies", Blank.WORD);
        }
        return entity(
                "Component",
                metadata(system.key(), Blank.written(system.name()), Blank.written(system.description()), ours),
                inOrder(
                        "type",
                        "service",
                        "lifecycle",
                        "production",
                        "owner",
                        "group:" + NAMESPACE + system.department(),
                        "dependsOn",
                        system.dependencies().stream()
                                .map(key -> "component:" + NAMESPACE + key)
                                .toList()));
    }

    private static Map<String, ?> entity(String kind, Map<String, ?> metadata, Map<String, ?> spec) {
        return inOrder("apiVersion", "backstage.io/v1alpha1", "kind", kind, "metadata", metadata, "spec", spec);
    }

    private static Map<String, ?> metadata(String name, String title, String description, Map<String, String> ours) {
        Map<String, String> annotations = new LinkedHashMap<>();
        ours.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> annotations.put(Entity.OURS + entry.getKey(), entry.getValue()));
        return inOrder("name", name, "title", title, "description", description, "annotations", annotations);
    }

    private static Map<String, ?> inOrder(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return map;
    }
}
