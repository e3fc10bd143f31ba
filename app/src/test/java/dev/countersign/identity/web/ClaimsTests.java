package dev.countersign.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTests {

    @Test
    void findsThePersonBehindTheAccount() {
        var claims = Map.<String, Object>of(
                "person", "jonas",
                "name", "Jonas Weber",
                "email", "jonas@countersign.example",
                "realm_access",
                        Map.of("roles", List.of("system-owner", "engineer", "uma_authorization", "offline_access")));

        assertThat(Claims.person(() -> claims))
                .contains(new Person(
                        new PersonId("jonas"),
                        "Jonas Weber",
                        "jonas@countersign.example",
                        Set.of(Role.SYSTEM_OWNER, Role.ENGINEER)));
    }

    @Test
    void grantsNothingForARoleThatIsNotOnTheList() {
        var claims = Map.<String, Object>of(
                "person", "eve", "realm_access", Map.of("roles", List.of("VP", "ROLE_VP", "vp ", "admin", 7)));

        assertThat(Claims.authorities(Claims.person(() -> claims))).isEmpty();
    }

    @Test
    void knowsNobodyWithoutAPersonClaim() {
        assertThat(person(Map.of("realm_access", Map.of("roles", List.of("vp")))))
                .isEmpty();
        assertThat(person(Map.of("person", " "))).isEmpty();
        assertThat(person(Map.of("person", List.of("ada", "ben")))).isEmpty();
        assertThat(person(Map.of("person", "\u200B\u00A0"))).isEmpty();
    }

    @Test
    void readsEverySpellingOfAPersonAsOne() {
        for (String claimed : List.of("Ada", "ada ", "ADA\u200B")) {
            assertThat(person(Map.of("person", claimed)).orElseThrow().id()).isEqualTo(new PersonId("ada"));
            assertThat(Claims.profile(() -> Map.of("manager", claimed)).manager())
                    .contains(new PersonId("ada"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"person", "manager"})
    void refusesAnAccountWhoseClaimNamesNobody(String claim) {
        Map<String, Object> claims = new HashMap<>(Map.of("person", "ada"));
        claims.put(claim, "\u0430da");
        assertThatThrownBy(() -> {
                    Claims.person(() -> claims);
                    Claims.profile(() -> claims);
                })
                .isInstanceOfSatisfying(UnreadableClaim.class, refused -> {
                    assertThat(refused.sentence())
                            .contains("'%s'".formatted(claim), "character 1 is U+0430 CYRILLIC SMALL LETTER A");
                    assertThat(refused.wayOut()).contains("Whoever runs Keycloak", "a to z");
                });
    }

    @Test
    void showsANameThatCanBeSeen() {
        assertThat(person(Map.of("person", "ada", "name", "\u200B\u00A0\u200B"))
                        .orElseThrow()
                        .name())
                .isEqualTo("ada");
        assertThat(person(Map.of("person", "ada", "name", "x".repeat(300)))
                        .orElseThrow()
                        .name())
                .hasSize(200);
    }

    @Test
    void grantsNothingForRolesInAnotherShape() {
        assertThat(person(Map.of("person", "eve", "realm_access", "vp"))
                        .orElseThrow()
                        .roles())
                .isEmpty();
        assertThat(person(Map.of("person", "eve", "realm_access", Map.of("roles", "vp")))
                        .orElseThrow()
                        .roles())
                .isEmpty();
        assertThat(person(Map.of("person", "eve", "roles", List.of("vp")))
                        .orElseThrow()
                        .roles())
                .isEmpty();
    }

    @Test
    void takesAnAddressForTheirsOnlyIfItIsVerified() {
        var claims = Map.<String, Object>of("email", "Ada@countersign.example", "email_verified", true);
        assertThat(Claims.profile(() -> claims).address()).contains("ada@countersign.example");
        assertThat(Claims.profile(() -> Map.of("email", "ada@countersign.example"))
                        .address())
                .isEmpty();
        assertThat(Claims.profile(() -> Map.of("email", "ada@countersign.example", "email_verified", "true"))
                        .address())
                .isEmpty();
    }

    @Test
    void readsWhomTheyAnswerTo() {
        assertThat(Claims.profile(() -> Map.of("manager", "elena")).manager()).contains(new PersonId("elena"));
        assertThat(Claims.profile(() -> Map.of("manager", List.of("elena"))).manager())
                .isEmpty();
        assertThat(Claims.profile(Map::of).manager()).isEmpty();
    }

    private static Optional<Person> person(Map<String, Object> claims) {
        return Claims.person(() -> claims);
    }
}
