package dev.countersign;

import static java.util.stream.Collectors.toSet;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.util.ReflectionUtils;

/** The files below `k8s/`, read as strictly as an API server with field validation would. */
final class Manifests {

    static final Path ROOT = Path.of("..", "k8s");

    private Manifests() {}

    static List<Path> files() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Which kind of file it is decides who judges it: a typed model, or one of our schemas. */
    static String schema(Path file) {
        return switch (file.getFileName().toString()) {
            case "kustomization.yaml" -> "kustomization";
            case "cluster.yaml" -> "cluster";
            case "keycloak.yaml" -> "keycloak";
            case "database.yaml" -> "keycloak-database";
            case "store.yaml" -> "object-store";
            case "backup.yaml" -> "scheduled-backup";
            case "podmonitor.yaml" -> "pod-monitor";
            case "alerts.yaml" -> "prometheus-rule";
            case "log-in-limit.yaml" -> "middleware";
            case String name when name.startsWith("values-") -> "camunda-values";
            default -> "";
        };
    }

    static Set<String> violations(Path file) {
        return schema(file).isEmpty() ? unknownFields(typed(file)) : violations(schema(file), read(file));
    }

    static Set<String> violations(String schema, String yaml) {
        Path definition = Path.of("src", "test", "resources", "k8s", schema + ".schema.json");
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(read(definition))
                .validate(Serialization.asJson(tree(yaml)), InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .collect(toSet());
    }

    static HasMetadata typed(Path file) {
        return typed(read(file));
    }

    static HasMetadata typed(String yaml) {
        return Serialization.unmarshal(yaml);
    }

    static <T extends HasMetadata> T typed(String path, Class<T> kind) {
        return kind.cast(typed(ROOT.resolve(path)));
    }

    static Map<?, ?> tree(Path file) {
        return tree(read(file));
    }

    private static Map<?, ?> tree(String yaml) {
        return Serialization.unmarshal(yaml, Map.class);
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What a typed model does not know, it keeps aside: anything kept aside is a misspelt field. */
    static Set<String> unknownFields(Object model) {
        return switch (model) {
            case Collection<?> items ->
                items.stream().flatMap(item -> unknownFields(item).stream()).collect(toSet());
            case Map<?, ?> items ->
                items.values().stream()
                        .flatMap(item -> unknownFields(item).stream())
                        .collect(toSet());
            case Object bean
            when bean.getClass().getName().startsWith("io.fabric8.kubernetes.api.model") ->
                Stream.concat(own(bean).stream(), parts(bean)).collect(toSet());
            default -> Set.of();
        };
    }

    private static Set<String> own(Object bean) {
        var aside = ReflectionUtils.findMethod(bean.getClass(), "getAdditionalProperties");
        if (aside == null) {
            return Set.of();
        }
        return ((Map<?, ?>) ReflectionUtils.invokeMethod(aside, bean))
                .keySet().stream()
                        .map(key -> bean.getClass().getSimpleName() + "." + key)
                        .collect(toSet());
    }

    private static Stream<String> parts(Object bean) {
        return Stream.of(bean.getClass().getMethods())
                .filter(method -> method.getName().startsWith("get") && method.getParameterCount() == 0)
                .filter(method -> !method.getName().equals("getAdditionalProperties"))
                .map(method -> ReflectionUtils.invokeMethod(method, bean))
                .filter(part -> part != null && part != bean)
                .flatMap(part -> unknownFields(part).stream());
    }
}
