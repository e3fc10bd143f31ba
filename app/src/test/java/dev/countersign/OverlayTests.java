package dev.countersign;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two installations in one cluster: each finds all that it names in its own namespaces, and nothing of the other. */
class OverlayTests {

    private static final Pattern PROCESS = Pattern.compile("<bpmn:process id=\"([^\"]+)\"");
    private static final Pattern MESSAGE = Pattern.compile("<bpmn:message [^>]*name=\"([^\"]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void hasItsDatabaseInItsNamespace(String which) {
        assertThat(namespace("overlays/" + which)).isEqualTo(namespace("postgres/" + which));
        assertThat(Manifests.typed("overlays/" + which + "/namespace.yaml", Namespace.class)
                        .getMetadata()
                        .getName())
                .isEqualTo(namespace("overlays/" + which));
        String cluster = at(tree("postgres/" + which + "/cluster.yaml"), "metadata", "name")
                .toString();
        assertThat(variables(which).get("SPRING_DATASOURCE_URL")).startsWith("jdbc:postgresql://" + cluster + "-rw:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void reachesItsEngineAndNoOther(String which) {
        String engine = URI.create(variables(which).get("COUNTERSIGN_ENGINE_GRPCADDRESS"))
                .getHost()
                .split("\\.")[1];
        assertThat(engine).isEqualTo(which.equals("prod") ? "camunda" : "camunda-dev");
        Path own = Manifests.ROOT.resolve("overlays/" + which + "/networkpolicy.yaml");
        String policy = Manifests.read(Files.exists(own) ? own : Manifests.ROOT.resolve("base/networkpolicy.yaml"));
        assertThat(policy.lines()
                        .filter(line -> line.contains("metadata.name: camunda"))
                        .map(String::strip))
                .containsExactly("kubernetes.io/metadata.name: " + engine);
    }

    /** What else the pod may reach is the same for both. */
    @Test
    void opensNothingElseInDev() {
        var base = Manifests.typed("base/networkpolicy.yaml", NetworkPolicy.class)
                .getSpec()
                .getEgress();
        var dev = Manifests.typed("overlays/dev/networkpolicy.yaml", NetworkPolicy.class)
                .getSpec()
                .getEgress();
        assertThat(dev.toString().replace("camunda-dev", "camunda")).isEqualTo(base.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void usesOneRealmForPeoplePipelinesAndCamunda(String which) {
        String realm = variables(which).get("SPRING_SECURITY_OAUTH2_CLIENT_PROVIDER_KEYCLOAK_ISSUERURI");
        assertThat(variables(which))
                .containsEntry("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUERURI", realm)
                .containsEntry("CAMUNDA_AUTHORIZATION_SERVER_URL", realm + "/protocol/openid-connect/token");
        Map<?, ?> auth = (Map<?, ?>) at(values(which), "global", "identity", "auth");
        assertThat(auth.values().stream().map(Object::toString).filter(value -> value.startsWith("https")))
                .isNotEmpty()
                .allMatch(address -> address.equals(realm) || address.startsWith(realm + "/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void isKnownUnderTheNameOfItsIngress(String which) {
        var rule = Manifests.typed("overlays/" + which + "/ingress.yaml", Ingress.class)
                .getSpec()
                .getRules()
                .getFirst();
        assertThat(variables(which)).containsEntry("COUNTERSIGN_IDENTITY_ADDRESS", "https://" + rule.getHost());
    }

    /** A route without its limit, or a limit that no route names, would let anybody keep a leader out. */
    @Test
    void limitsLogInsByAddressInBothRealms() {
        Ingress logIn = Manifests.typed("keycloak/log-in.yaml", Ingress.class);
        Object limit = at(Manifests.tree(Manifests.ROOT.resolve("keycloak/log-in-limit.yaml")), "metadata", "name");
        Object namespace = Manifests.tree(Manifests.ROOT.resolve("keycloak/kustomization.yaml"))
                .get("namespace");
        assertThat(logIn.getMetadata().getAnnotations())
                .containsEntry(
                        "traefik.ingress.kubernetes.io/router.middlewares", namespace + "-" + limit + "@kubernetescrd");
        assertThat(logIn.getSpec().getRules().getFirst().getHttp().getPaths())
                .extracting(path -> path.getPath())
                .containsExactlyInAnyOrderElementsOf(Stream.of("dev", "prod")
                        .map(which -> variables(which).get("SPRING_SECURITY_OAUTH2_CLIENT_PROVIDER_KEYCLOAK_ISSUERURI"))
                        .map(realm -> realm.replaceFirst("^https://[^/]+", "") + "/login-actions")
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void letsInWhoComesThroughTheIngressController(String which) {
        String controller = Manifests.typed("overlays/" + which + "/ingress.yaml", Ingress.class)
                .getSpec()
                .getIngressClassName();
        assertThat(Manifests.read(Manifests.ROOT.resolve("base/networkpolicy.yaml")))
                .contains("kubernetes.io/metadata.name: " + controller);
    }

    @Test
    void shareNothingThatDecides() {
        assertThat(namespace("overlays/dev")).isNotEqualTo(namespace("overlays/prod"));
        assertThat(Stream.of(
                        "COUNTERSIGN_ENGINE_GRPCADDRESS",
                        "SPRING_SECURITY_OAUTH2_CLIENT_PROVIDER_KEYCLOAK_ISSUERURI",
                        "COUNTERSIGN_IDENTITY_ADDRESS"))
                .noneMatch(name ->
                        variables("dev").get(name).equals(variables("prod").get(name)));
    }

    /** Exactly what the models name, under the installation's name; and deploying, which Camunda grants for all or nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void allowsItsClientItsOwnProcessesAndMessagesOnly(String which) {
        String prefix = variables(which).getOrDefault("COUNTERSIGN_ENGINE_PREFIX", "");
        String start = prefix.isEmpty() ? "" : prefix + ".";
        List<?> granted = (List<?>) at(values(which), "orchestration", "security", "initialization", "authorizations");
        assertThat(granted)
                .allMatch(one ->
                        at((Map<?, ?>) one, "ownerId").equals(variables(which).get("CAMUNDA_CLIENT_ID")));
        assertThat(ids(granted, "PROCESS_DEFINITION")).isEqualTo(named(PROCESS, start));
        assertThat(ids(granted, "MESSAGE")).isEqualTo(named(MESSAGE, start));
        assertThat(ids(granted, "RESOURCE")).containsExactly("*");
    }

    @Test
    void backsUpWhereItCounts() {
        Map<?, ?> cluster = tree("postgres/prod/cluster.yaml");
        Map<?, ?> archive = (Map<?, ?>) ((List<?>) at(cluster, "spec", "plugins")).getFirst();
        assertThat(at(archive, "isWALArchiver")).isEqualTo(true);
        assertThat(at(archive, "parameters", "barmanObjectName"))
                .isEqualTo(at(tree("postgres/prod/store.yaml"), "metadata", "name"));
        assertThat(at(tree("postgres/prod/backup.yaml"), "spec", "cluster", "name"))
                .isEqualTo(at(cluster, "metadata", "name"));
        assertThat((int) at(cluster, "spec", "instances")).isGreaterThanOrEqualTo(3);
        assertThat((int) at(cluster, "spec", "postgresql", "synchronous", "number"))
                .isPositive();
    }

    private static Set<String> ids(List<?> granted, String type) {
        return granted.stream()
                .map(one -> (Map<?, ?>) one)
                .filter(one -> one.get("resourceType").equals(type))
                .map(one -> one.get("resourceId").toString())
                .collect(toSet());
    }

    private static Set<String> named(Pattern what, String start) {
        try (Stream<Path> models = Files.list(Path.of("..", "bpmn"))) {
            return models.filter(model -> model.toString().endsWith(".bpmn"))
                    .flatMap(model -> what.matcher(Manifests.read(model)).results())
                    .map(found -> start + found.group(1))
                    .collect(toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> variables(String which) {
        Map<String, String> all = new LinkedHashMap<>(Production.serving());
        if (tree("overlays/" + which + "/kustomization.yaml").get("configMapGenerator") instanceof List<?> more) {
            all.putAll(((List<?>) at((Map<?, ?>) more.getFirst(), "literals"))
                    .stream()
                            .map(literal -> literal.toString().split("=", 2))
                            .collect(toMap(pair -> pair[0], pair -> pair[1])));
        }
        return all;
    }

    private static String namespace(String folder) {
        return at(tree(folder + "/kustomization.yaml"), "namespace").toString();
    }

    private static Map<?, ?> values(String which) {
        return tree("camunda/values-" + which + ".yaml");
    }

    private static Map<?, ?> tree(String file) {
        return Manifests.tree(Manifests.ROOT.resolve(file));
    }

    private static Object at(Map<?, ?> tree, String... path) {
        Object found = tree;
        for (String key : path) {
            found = ((Map<?, ?>) found).get(key);
        }
        return found;
    }
}
