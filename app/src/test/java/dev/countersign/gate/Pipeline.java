package dev.countersign.gate;

import dev.countersign.local.RealStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A pipeline with a token of its own from the real Keycloak. */
public final class Pipeline implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final String token;

    public Pipeline(String address, RealStack stack) {
        this.address = address;
        this.token = token(stack);
    }

    /** The status, and the body as JSON. */
    public record Answered(int status, JsonNode body) {

        public String text(String field) {
            return body.path(field).asString();
        }

        public List<String> codes() {
            return body.path("reasons")
                    .valueStream()
                    .map(reason -> reason.path("code").asString())
                    .toList();
        }
    }

    public Answered ask(String repository, String sha, String system, String environment) {
        return post("/api/gate/decisions", """
                {"repository": "%s", "sha": "%s", "system": "%s", "environment": "%s"}
                """.formatted(repository, sha, system, environment));
    }

    Answered post(String path, String body) {
        return answered(request(path, body).header("Authorization", "Bearer " + token));
    }

    Answered postAsNobody(String path, String body) {
        return answered(request(path, body));
    }

    Answered postAs(String type, String path, String body) {
        return answered(request(path, body).setHeader("Content-Type", type).header("Authorization", "Bearer " + token));
    }

    Answered get(String path) {
        return answered(request(path, "").GET().header("Authorization", "Bearer " + token));
    }

    public String token() {
        return token;
    }

    private HttpRequest.Builder request(String path, String body) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    private Answered answered(HttpRequest.Builder request) {
        HttpResponse<String> response = send(request.build());
        return new Answered(response.statusCode(), JSON.readTree(response.body()));
    }

    private String token(RealStack stack) {
        String form =
                "grant_type=client_credentials&client_id=countersign-pipeline&client_secret=" + stack.pipelineSecret();
        HttpRequest request = HttpRequest.newBuilder(URI.create(stack.issuer() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return JSON.readTree(send(request).body()).path("access_token").asString();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException("Expected an answer to " + request + ", but there was none.", failed);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
