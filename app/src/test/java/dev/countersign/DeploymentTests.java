package dev.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.database.Migration;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class DeploymentTests {

    /** What the application cannot start without in a cluster, and what it is told about its surroundings. */
    private static final List<String> PROPERTIES = List.of(
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.datasource.password",
            "spring.security.oauth2.client.registration.keycloak.client-id",
            "spring.security.oauth2.client.registration.keycloak.client-secret",
            "spring.security.oauth2.client.provider.keycloak.issuer-uri",
            "spring.security.oauth2.resourceserver.jwt.issuer-uri",
            "countersign.engine.grpc-address",
            "countersign.identity.address",
            "management.server.port",
            "management.endpoints.web.exposure.include",
            "server.forward-headers-strategy",
            "server.servlet.session.cookie.secure",
            "logging.structured.format.console");

    /** Read by the JVM and by Camunda's client, not by Spring. */
    private static final Set<String> NOT_OURS = Set.of(
            "JAVA_TOOL_OPTIONS",
            "CAMUNDA_CLIENT_ID",
            "CAMUNDA_CLIENT_SECRET",
            "CAMUNDA_TOKEN_AUDIENCE",
            "CAMUNDA_AUTHORIZATION_SERVER_URL",
            "CAMUNDA_CLIENT_CONFIG_PATH");

    private final Deployment deployment = Manifests.typed("base/deployment.yaml", Deployment.class);
    private final PodSpec pod = deployment.getSpec().getTemplate().getSpec();
    private final Container container = pod.getContainers().getFirst();
    private final Container migration = pod.getInitContainers().getFirst();

    @Test
    void selectsTheApplicationsPodsEverywhere() {
        Map<String, String> labels =
                deployment.getSpec().getTemplate().getMetadata().getLabels();
        Service service = Manifests.typed("base/service.yaml", Service.class);
        assertThat(labels.entrySet())
                .containsAll(service.getSpec().getSelector().entrySet());
        assertThat(Stream.of(
                        deployment.getSpec().getSelector(),
                        Manifests.typed("base/poddisruptionbudget.yaml", PodDisruptionBudget.class)
                                .getSpec()
                                .getSelector(),
                        Manifests.typed("base/networkpolicy.yaml", NetworkPolicy.class)
                                .getSpec()
                                .getPodSelector()))
                .extracting(LabelSelector::getMatchLabels)
                .allSatisfy(wanted -> assertThat(labels.entrySet()).containsAll(wanted.entrySet()));
    }

    @Test
    void namesOnlyPortsThatExist() {
        Service service = Manifests.typed("base/service.yaml", Service.class);
        NetworkPolicy policy = Manifests.typed("base/networkpolicy.yaml", NetworkPolicy.class);
        Ingress ingress = Manifests.typed("overlays/prod/ingress.yaml", Ingress.class);
        List<String> ports =
                container.getPorts().stream().map(ContainerPort::getName).toList();
        assertThat(service.getSpec().getPorts())
                .allSatisfy(
                        port -> assertThat(ports).contains(port.getTargetPort().getStrVal()));
        assertThat(policy.getSpec().getIngress().stream().flatMap(rule -> rule.getPorts().stream()))
                .allSatisfy(port -> assertThat(ports).contains(port.getPort().getStrVal()));
        assertThat(Manifests.read(Manifests.ROOT.resolve("monitoring/podmonitor.yaml")))
                .contains("port: " + ports.getLast(), "app.kubernetes.io/name: countersign");
        assertThat(ingress.getSpec().getRules().getFirst().getHttp().getPaths())
                .allSatisfy(path -> assertThat(path.getBackend().getService().getName())
                        .isEqualTo(service.getMetadata().getName()));
    }

    @Test
    void runsAsNobodyWithNothingToWrite() {
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(List.of(pod.getContainers(), pod.getInitContainers())).allMatch(few -> few.size() == 1);
        assertThat(List.of(container, migration)).allSatisfy(each -> {
            assertThat(each.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
            assertThat(each.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
            assertThat(each.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
            assertThat(each.getImage()).contains(":").doesNotEndWith(":latest");
            assertThat(each.getResources().getRequests()).containsKeys("cpu", "memory");
            assertThat(each.getResources().getLimits()).containsKey("memory");
        });
    }

    /** Whoever gets into the process that serves finds no account that could rewrite history. */
    @Test
    void keepsTheOwnersPasswordFromTheProcessThatServes() {
        assertThat(Serialization.asYaml(container)).doesNotContain("owner", "FLYWAY");
        assertThat(container.getArgs()).isEmpty();
        assertThat(migration.getArgs()).containsExactly(Migration.ARGUMENT);
        assertThat(migration.getImage()).isEqualTo(container.getImage());
        assertThat(migration.getEnv())
                .extracting(EnvVar::getName)
                .contains("SPRING_FLYWAY_URL", "SPRING_FLYWAY_USER", "SPRING_FLYWAY_PASSWORD")
                .noneMatch(name -> name.startsWith("SPRING_DATASOURCE") || name.startsWith("SPRING_SECURITY"));
    }

    @Test
    void probesTheManagementPortsHealthGroups() {
        assertThat(Stream.of(container.getStartupProbe(), container.getLivenessProbe()))
                .extracting(DeploymentTests::probed)
                .containsOnly("management /actuator/health/liveness");
        assertThat(probed(container.getReadinessProbe())).isEqualTo("management /actuator/health/readiness");
        assertThat(Production.serving().get("MANAGEMENT_SERVER_PORT"))
                .isEqualTo(container.getPorts().getLast().getContainerPort().toString());
    }

    @Test
    void takesSecretsByReferenceOnly() {
        assertThat(variables())
                .filteredOn(variable -> variable.getName().matches(".*(PASSWORD|SECRET|TOKEN_?KEY)$"))
                .isNotEmpty()
                .allMatch(variable ->
                        variable.getValue() == null && variable.getValueFrom().getSecretKeyRef() != null);
        assertThat(Manifests.files()).noneMatch(file -> Manifests.read(file).contains("kind: Secret"));
    }

    @Test
    void explainsEverySecretThatIsReferenced() {
        String readme = Manifests.read(Manifests.ROOT.resolve("README.md"));
        assertThat(variables().stream()
                        .map(EnvVar::getValueFrom)
                        .filter(Objects::nonNull)
                        .map(EnvVarSource::getSecretKeyRef)
                        .filter(Objects::nonNull))
                .allSatisfy(secret -> assertThat(readme.lines())
                        .anyMatch(line -> line.contains("`" + secret.getName() + "`")
                                && line.contains("`" + secret.getKey() + "`")));
        assertThat(Manifests.read(Manifests.ROOT.resolve("postgres/prod/cluster.yaml")))
                .contains("countersign-db-app", "countersign-db-owner");
    }

    @Test
    void setsEveryPropertyTheApplicationNeedsAndNoOther() {
        Map<String, Object> environment = new HashMap<>(Production.serving());
        environment.keySet().removeAll(NOT_OURS);
        var source = new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, environment);
        Binder binder = new Binder(ConfigurationPropertySources.from(source));
        assertThat(PROPERTIES)
                .allSatisfy(property -> assertThat(
                                binder.bind(property, String.class).isBound())
                        .as(property)
                        .isTrue());
        assertThat(environment).hasSameSizeAs(PROPERTIES);
    }

    private List<EnvVar> variables() {
        return Stream.of(container, migration)
                .flatMap(each -> each.getEnv().stream())
                .toList();
    }

    private static String probed(Probe probe) {
        return probe.getHttpGet().getPort().getStrVal() + " "
                + probe.getHttpGet().getPath();
    }
}
