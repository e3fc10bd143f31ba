package dev.countersign.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.local.RealStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Adds accounts to the realm that the demonstration does not have. */
public final class KeycloakAdmin {

    private final RealStack stack = RealStack.shared();
    private final HttpClient client = HttpClient.newHttpClient();

    /** An account that belongs to a person and has one role, which the house need not know. */
    void addAccount(String name, String person, String role) {
        post("/roles", "{\"name\":\"%s\"}".formatted(role));
        post("/users", """
                {"username":"%1$s","enabled":true,"emailVerified":true,"firstName":"%1$s","lastName":"Test",
                 "email":"%1$s@countersign.example","attributes":{"person":["%2$s"]},
                 "credentials":[{"type":"password","value":"%1$s","temporary":false}]}
                """.formatted(name, person));
        var user = get("/users?exact=true&username=" + name).replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        post("/users/" + user + "/role-mappings/realm", "[" + get("/roles/" + role) + "]");
    }

    /** A bearer token for the API of a program like the pipeline, to which the house has given no role. */
    public String tokenWithoutRole() {
        var program = (ObjectNode) JsonMapper.shared()
                .readTree(get("/clients?clientId=countersign-pipeline"))
                .get(0);
        program.remove("id");
        program.withArray("protocolMappers").forEach(mapper -> ((ObjectNode) mapper).remove("id"));
        post("/clients", program.put("clientId", "stray").put("secret", "stray").toString());
        return token(stack.issuer(), "grant_type=client_credentials&client_id=stray&client_secret=stray");
    }

    private String get(String path) {
        return send(request(path).GET().build());
    }

    /** What is there already may stay. */
    private void post(String path, String json) {
        send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                        URI.create(stack.issuer().toString().replace("/realms/", "/admin/realms/") + path))
                .header("Authorization", "Bearer " + token());
    }

    private String token() {
        return token(
                stack.issuer().resolve("/realms/master"),
                "grant_type=password&client_id=admin-cli&username=admin&password=" + stack.keycloakAdminSecret());
    }

    private String token(URI realm, String form) {
        var answer = send(HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
        return JsonMapper.shared().readTree(answer).get("access_token").stringValue();
    }

    private String send(HttpRequest request) {
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode())
                    .as("%s %s: %s", request.method(), request.uri(), answer.body())
                    .isIn(200, 201, 204, 409);
            return answer.body();
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }
}
