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

/** Does what an administrator of the realm does: adds accounts, takes roles away, logs people out. */
public final class KeycloakAdmin {

    private final RealStack stack;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public KeycloakAdmin() {
        this(RealStack.shared());
    }

    public KeycloakAdmin(RealStack stack) {
        this.stack = stack;
    }

    /** An account that belongs to a person and has one role, which the house need not know. */
    public void addAccount(String name, String person, String role) {
        post("/roles", "{\"name\":\"%s\"}".formatted(role));
        post("/users", """
                {"username":"%1$s","enabled":true,"emailVerified":true,"firstName":"%1$s","lastName":"Test",
                 "email":"%1$s@countersign.example","attributes":{"person":["%2$s"]},
                 "credentials":[{"type":"password","value":"%1$s","temporary":false}]}
                """.formatted(name, person));
        post("/users/" + id(name) + "/role-mappings/realm", "[" + get("/roles/" + role) + "]");
    }

    /** Takes a role away from an account. */
    public void removeRole(String name, String role) {
        sendJson("DELETE", "/users/" + id(name) + "/role-mappings/realm", "[" + get("/roles/" + role) + "]");
    }

    /** Nobody can use the account any more. */
    public void disable(String name) {
        sendJson("PUT", "/users/" + id(name), "{\"enabled\":false}");
    }

    /** Ends all sessions of an account, as an administrator does on the console. */
    public void logOut(String name) {
        post("/users/" + id(name) + "/logout", "{}");
    }

    /** Where Keycloak tells that somebody has logged out. */
    public void tellLogOutsTo(URI address) {
        var client = (ObjectNode) JsonMapper.shared()
                .readTree(get("/clients?clientId=countersign"))
                .get(0);
        ((ObjectNode) client.get("attributes")).put("backchannel.logout.url", address.toString());
        sendJson("PUT", "/clients/" + client.get("id").stringValue(), client.toString());
    }

    private String id(String name) {
        return JsonMapper.shared()
                .readTree(get("/users?exact=true&username=" + name))
                .get(0)
                .get("id")
                .stringValue();
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
        sendJson("POST", path, json);
    }

    private void sendJson(String method, String path, String json) {
        send(request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json))
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
