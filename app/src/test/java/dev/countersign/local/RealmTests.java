package dev.countersign.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.identity.Role;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RealmTests {

    private final JsonNode realm = realm();

    @Test
    void hasExactlyTheRolesThatMeanSomething() {
        assertThat(texts(realm.at("/roles/realm"), "name"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Role.values()).map(Role::realmName).toList());
    }

    @Test
    void hasThePeopleThatTheWelcomeNames() {
        assertThat(texts(realm.get("users"), "username"))
                .filteredOn(name -> !name.startsWith("service-account-"))
                .containsExactlyElementsOf(Welcome.names());
    }

    @Test
    void tellsThePersonBehindEachAccount() {
        assertThat(realm.get("users").valueStream().map(user -> user.at("/attributes/person/0")))
                .allMatch(JsonNode::isString);
    }

    @Test
    void tellsWhomSomeAnswerTo() {
        assertThat(realm.get("users")
                        .valueStream()
                        .map(user -> user.at("/attributes/manager/0"))
                        .filter(JsonNode::isString)
                        .map(JsonNode::stringValue))
                .isNotEmpty()
                .isSubsetOf(Welcome.names());
        assertThat(realm.at("/clients/0/protocolMappers").valueStream().map(mapper -> mapper.at("/config/claim.name")))
                .anyMatch(claim -> claim.stringValue().equals("manager"));
    }

    @Test
    void holdsNoSecretOfAClient() {
        assertThat(realm.get("clients")
                        .valueStream()
                        .filter(client -> client.has("secret"))
                        .map(client -> client.get("secret").stringValue()))
                .isNotEmpty()
                .allMatch(secret -> secret.matches("\\$\\{[A-Z_]+}"));
    }

    @Test
    void asksTheBrowserClientForProofOfTheCode() {
        assertThat(realm.at("/clients/0/attributes")
                        .get("pkce.code.challenge.method")
                        .stringValue())
                .isEqualTo("S256");
    }

    /** Guessing is slow; nobody is kept away for longer after it ends, nor by a few guesses that a limit by address leaves. */
    @Test
    void locksAnAccountForSecondsOnlyAndNeverForASlipOfTheHand() {
        assertThat(realm.get("bruteForceProtected").booleanValue()).isTrue();
        assertThat(realm.get("permanentLockout").booleanValue()).isFalse();
        assertThat(realm.get("failureFactor").intValue()).isBetween(6, 20);
        assertThat(realm.get("maxFailureWaitSeconds").intValue()).isLessThanOrEqualTo(5);
        assertThat(realm.get("quickLoginCheckMilliSeconds").intValue()).isZero();
    }

    @Test
    void keepsItsOwnEventsForNinetyDays() {
        assertThat(realm.get("eventsEnabled").booleanValue()).isTrue();
        assertThat(realm.get("adminEventsEnabled").booleanValue()).isTrue();
        assertThat(realm.get("eventsExpiration").intValue()).isEqualTo(90 * 24 * 3600);
    }

    /** Whoever types a password types it at Keycloak's own page. */
    @Test
    void takesNobodysPasswordFromAProgram() {
        assertThat(texts(realm.get("clients"), "clientId")).contains("admin-cli");
        assertThat(realm.get("clients").valueStream().map(client -> client.get("directAccessGrantsEnabled")))
                .allMatch(allowed -> !allowed.booleanValue());
    }

    private static List<String> texts(JsonNode list, String field) {
        return list.valueStream().map(item -> item.get(field).stringValue()).toList();
    }

    private static JsonNode realm() {
        try (var file = RealmTests.class.getResourceAsStream("/local/countersign-realm.json")) {
            return JsonMapper.shared().readTree(file.readAllBytes());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
