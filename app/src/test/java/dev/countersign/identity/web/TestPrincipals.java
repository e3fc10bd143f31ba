package dev.countersign.identity.web;

import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.jwt.Jwt;

/** Log-ins as Keycloak's would end, without Keycloak. */
public final class TestPrincipals {

    private TestPrincipals() {}

    public static Authentication loggedIn(Person person) {
        var principal = new PersonPrincipal(person, token(claims(person)), null);
        return new OAuth2AuthenticationToken(principal, principal.getAuthorities(), "keycloak");
    }

    public static Authentication withToken(Person person) {
        return PersonToken.of(Jwt.withTokenValue("access-token")
                .header("alg", "none")
                .claims(all -> all.putAll(claims(person)))
                .build());
    }

    private static Map<String, Object> claims(Person person) {
        return Map.of(
                "sub", "account-of-" + person.id(),
                "person", person.id().value(),
                "name", person.name(),
                "email", person.email(),
                "realm_access",
                        Map.of(
                                "roles",
                                person.roles().stream().map(Role::realmName).toList()));
    }

    static Authentication loggedInAsNobody() {
        var principal = new DefaultOidcUser(
                List.of(), token(Map.of("sub", "stray", "realm_access", Map.of("roles", List.of("vp")))));
        return new OAuth2AuthenticationToken(principal, List.of(), "keycloak");
    }

    private static OidcIdToken token(Map<String, Object> claims) {
        return new OidcIdToken("id-token", Instant.EPOCH, Instant.EPOCH.plusSeconds(60), claims);
    }
}
