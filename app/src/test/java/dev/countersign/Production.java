package dev.countersign;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The variables that the containers of `k8s/base` get: those of the generated config map and their own. */
public final class Production {

    private static final PodSpec POD = Manifests.typed("base/deployment.yaml", Deployment.class)
            .getSpec()
            .getTemplate()
            .getSpec();

    private Production() {}

    /** Of the container that serves; what comes from a secret stands as `<secret>/<key>`. */
    public static Map<String, String> serving() {
        return variables(POD.getContainers().getFirst());
    }

    /** Of the container that migrates before. */
    public static Map<String, String> migrating() {
        return variables(POD.getInitContainers().getFirst());
    }

    private static Map<String, String> variables(Container container) {
        Map<String, String> all = new LinkedHashMap<>();
        container
                .getEnvFrom()
                .forEach(from -> all.putAll(configMap(from.getConfigMapRef().getName())));
        container.getEnv().forEach(variable -> all.put(variable.getName(), value(variable)));
        return all;
    }

    private static String value(EnvVar variable) {
        EnvVarSource source = variable.getValueFrom();
        if (source == null) {
            return variable.getValue();
        }
        return source.getSecretKeyRef() == null
                ? configMap(source.getConfigMapKeyRef().getName())
                        .get(source.getConfigMapKeyRef().getKey())
                : source.getSecretKeyRef().getName() + "/"
                        + source.getSecretKeyRef().getKey();
    }

    private static Map<String, String> configMap(String name) {
        Map<?, ?> base = Manifests.tree(Manifests.ROOT.resolve("base/kustomization.yaml"));
        Map<?, ?> generator = (Map<?, ?>) ((List<?>) base.get("configMapGenerator")).getFirst();
        if (!name.equals(generator.get("name"))) {
            throw new AssertionError("Expected config map '%s' to be generated, but it is not.".formatted(name));
        }
        Map<String, String> values = new LinkedHashMap<>();
        ((List<?>) generator.get("literals"))
                .stream()
                        .map(literal -> literal.toString().split("=", 2))
                        .forEach(pair -> values.put(pair[0], pair[1]));
        return values;
    }
}
