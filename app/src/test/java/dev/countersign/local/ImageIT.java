package dev.countersign.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.countersign.Figures;
import dev.countersign.HouseDatabase;
import dev.countersign.Production;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The image as its recipe makes it, started with the variables of `k8s/base` and no others than those that this machine
 * needs: where the servers are, a free port, and a name of its own on the tests' broker.
 */
class ImageIT {

    private static final String DATABASE = "packaged";
    private static final String OWNERS = "owners-password";
    private static final RealStack STACK = RealStack.shared();
    private static final HouseDatabase SERVER = HouseDatabase.shared();
    private static final int PAGES = Ports.anyFree().settled().app();
    private static final int MANAGEMENT = Ports.anyFree().settled().app();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static ImageRecipe image;
    private static Map<String, String> variables;
    private static ChildProcess serving;

    @BeforeAll
    static void start() {
        SERVER.empty(DATABASE);
        image = ImageRecipe.follow(
                Path.of("").toAbsolutePath(), Path.of("target", "image").toAbsolutePath(), Jdk.chosen(null));
        STACK.launch(launch("image-migrates", here(Production.migrating()), "migrate"))
                .awaitEnd();
        variables = here(Production.serving());
        variables.put("SERVER_PORT", Integer.toString(PAGES));
        variables.put("COUNTERSIGN_ENGINE_PREFIX", DATABASE);
        serving = STACK.launch(launch("image-serves", variables));
        serving.await(() -> Probe.answers(management("/actuator/health/readiness")), Duration.ofMinutes(3));
    }

    @AfterAll
    static void stop() {
        if (serving != null) {
            serving.process().destroy();
            serving.process().onExit().join();
        }
    }

    private static Launch launch(String name, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(image.command());
        command.addAll(List.of(arguments));
        return new Launch(name, image.folder(), command, environment);
    }

    /** The same variables with the addresses, accounts and secrets of this machine. */
    private static Map<String, String> here(Map<String, String> production) {
        Map<String, String> here = new TreeMap<>(production);
        here.replaceAll((name, value) -> Objects.requireNonNullElse(place(name, value), value));
        return here;
    }

    private static String place(String name, String value) {
        return switch (name) {
            case "SPRING_DATASOURCE_URL", "SPRING_FLYWAY_URL" -> SERVER.url(DATABASE);
            case "COUNTERSIGN_ENGINE_GRPCADDRESS" -> STACK.properties().get("countersign.engine.grpc-address");
            case "CAMUNDA_AUTHORIZATION_SERVER_URL" -> STACK.issuer() + "/protocol/openid-connect/token";
            case "CAMUNDA_CLIENT_CONFIG_PATH" ->
                image.folder().resolve("credentials").toString();
            // The tests' realm has no client for Camunda; that of the pipelines gets a token the same way.
            case "CAMUNDA_CLIENT_ID" -> "countersign-pipeline";
            case "MANAGEMENT_SERVER_PORT" -> Integer.toString(MANAGEMENT);
            default -> name.endsWith("_ISSUERURI") ? STACK.issuer().toString() : secret(value);
        };
    }

    private static String secret(String value) {
        return switch (value) {
            case "countersign-db-app/username" -> "countersign_app";
            case "countersign-db-app/password" -> "apps-password";
            case "countersign-db-owner/username" -> "countersign_owner";
            case "countersign-db-owner/password" -> OWNERS;
            case "countersign-oidc/client-secret" ->
                STACK.properties().get("spring.security.oauth2.client.registration.keycloak.client-secret");
            case "countersign-engine/client-secret" -> STACK.pipelineSecret();
            default -> null;
        };
    }

    @Test
    void servesWithoutTheOwnersPassword() {
        assertThat(variables.values())
                .doesNotContain(OWNERS, "countersign_owner")
                .noneMatch(v -> v.contains("-db-owner"));
        assertThat(serving.process().isAlive()).isTrue();
    }

    @Test
    void usesTheClassesThatItsRecipeLoadedAhead() throws IOException {
        assertThat(image.command()).contains("-XX:AOTCache=countersign.aot");
        assertThat(image.folder().resolve("countersign.aot")).isNotEmptyFile();
        assertThat(Files.readString(serving.log())).doesNotContain("[warning][aot", "[error][aot");
    }

    @Test
    void writesItsLogAsLinesOfJson() throws IOException {
        assertThat(Files.readAllLines(serving.log()))
                .filteredOn(line -> !line.startsWith("Picked up JAVA_TOOL_OPTIONS"))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    }

    @Test
    void leadsToTheLogInUnderItsOwnAddress() {
        assertThat(page("/oauth2/authorization/keycloak"))
                .startsWith("HTTP/1.1 302")
                .contains("Location: " + STACK.issuer())
                .contains("redirect_uri=https://countersign.example/login/oauth2/code/keycloak");
    }

    @Test
    void talksToCamundaWithATokenOfItsClient() {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(get(management("/actuator/health")).body())
                                .contains("\"engine\":{\"status\":\"UP\"}"));
    }

    @Test
    void tellsPrometheusEachFigureThatRulesAndDashboardAskFor() {
        page("/oauth2/authorization/keycloak");
        String figures = get(management("/actuator/prometheus")).body();
        assertThat(Figures.asked())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(figures.lines())
                        .as(name)
                        .anyMatch(line -> line.startsWith(name + "{") || line.startsWith(name + " ")));
        assertThat(page("/actuator/prometheus")).doesNotContain("HTTP/1.1 200", "countersign_");
    }

    private static URI management(String path) {
        return URI.create("http://127.0.0.1:" + MANAGEMENT + path);
    }

    private static HttpResponse<String> get(URI address) {
        try {
            return CLIENT.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** As the ingress controller passes it on: under the name that was asked for, and saying that TLS ended there. */
    private static String page(String path) {
        try (var socket = new Socket("127.0.0.1", PAGES)) {
            socket.setSoTimeout(30_000);
            String request =
                    "GET %s HTTP/1.1\r\nHost: countersign.example\r\nX-Forwarded-For: 203.0.113.7\r\n".formatted(path)
                            + "X-Forwarded-Proto: https\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
