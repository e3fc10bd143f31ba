package dev.countersign.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.identity.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RealmTests {

    private static final JsonNode PRODUCTION = JsonMapper.shared()
            .readTree(Path.of("..", "k8s", "keycloak", "realm.json").toFile());

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
        assertThat(Stream.of(realm, PRODUCTION)
                        .flatMap(RealmTests::clients)
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
        assertThat(Stream.of(realm, PRODUCTION)
                        .flatMap(RealmTests::clients)
                        .map(client -> client.get("directAccessGrantsEnabled")))
                .allMatch(allowed -> !allowed.booleanValue());
    }

    /** The one for production has the same rules, and neither people nor a password. */
    @Test
    void hasATwinForProductionWithoutPeople() {
        assertThat(PRODUCTION
                        .get("users")
                        .valueStream()
                        .map(user -> user.get("username").stringValue()))
                .allMatch(name -> name.startsWith("service-account-"));
        assertThat(PRODUCTION.toString()).doesNotContain("credentials", "localhost", "127.0.0.1");
        Stream.of("roles", "components", "bruteForceProtected", "failureFactor", "eventsEnabled", "adminEventsEnabled")
                .forEach(same -> assertThat(PRODUCTION.get(same)).as(same).isEqualTo(realm.get(same)));
    }

    /** Each client of its own: what one may say to Camunda is worth nothing at the gate, and the other way round. */
    @Test
    void givesEachMachineItsOneAudience() {
        assertThat(audiences("countersign-pipeline")).containsExactly("countersign-api");
        assertThat(audiences("countersign-engine")).containsExactly("orchestration-api");
        assertThat(audiences("orchestration")).containsExactly("orchestration-api");
        assertThat(audiences("countersign")).isEmpty();
        assertThat(clients(PRODUCTION)
                        .filter(client -> client.get("serviceAccountsEnabled").booleanValue()))
                .allMatch(machine -> !machine.get("standardFlowEnabled").booleanValue());
    }

    /** Keycloak keeps no attribute that the profile does not name, and what counts is not edited by who it is about. */
    @Test
    void letsAdministratorsAloneSayWhoSomebodyIs() {
        Stream.of(realm, PRODUCTION)
                .forEach(each -> assertThat(profile(each))
                        .filteredOn(attribute -> List.of("person", "manager", "forge_login", "email")
                                .contains(attribute.get("name").stringValue()))
                        .hasSize(4)
                        .allMatch(attribute ->
                                attribute.at("/permissions/edit").toString().equals("[\"admin\"]")));
    }

    private static List<JsonNode> profile(JsonNode realm) {
        String text = realm.at("/components/org.keycloak.userprofile.UserProfileProvider/0/config")
                .get("kc.user.profile.config")
                .get(0)
                .stringValue();
        return JsonMapper.shared()
                .readTree(text)
                .get("attributes")
                .valueStream()
                .toList();
    }

    private static List<String> audiences(String client) {
        return clients(PRODUCTION)
                .filter(each -> each.get("clientId").stringValue().equals(client))
                .flatMap(each -> each.get("protocolMappers").valueStream())
                .filter(mapper -> mapper.get("protocolMapper").stringValue().equals("oidc-audience-mapper"))
                .map(mapper -> mapper.at("/config/included.custom.audience").stringValue())
                .toList();
    }

    private static Stream<JsonNode> clients(JsonNode realm) {
        return realm.get("clients").valueStream();
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
