package dev.countersign.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

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
        assertThat(person(Map.of("person", "x".repeat(65)))).isEmpty();
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
        assertThat(Claims.profile(() -> claims).address()).contains("Ada@countersign.example");
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
