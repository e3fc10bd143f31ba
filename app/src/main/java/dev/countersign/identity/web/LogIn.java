package dev.countersign.identity.web;

import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.Profile;
import dev.countersign.identity.Role;
import dev.countersign.identity.SecurityEvent.Kind;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestTemplate;

/** Turns a finished log-in into the person behind the account, and remembers them. */
@Component
class LogIn implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final OidcUserService provider = new OidcUserService();
    private final People people;
    private final SecurityLog log;

    LogIn(People people, SecurityLog log) {
        this.people = people;
        this.log = log;
        var userInfo = new DefaultOAuth2UserService();
        var requests = new RestTemplate(IdentityProvider.impatient());
        requests.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        userInfo.setRestOperations(requests);
        provider.setOauth2UserService(userInfo);
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var user = provider.loadUser(request);
        var person = Claims.person(user);
        person.ifPresent(somebody -> remember(somebody, Claims.profile(user)));
        return person.<OidcUser>map(somebody -> new PersonPrincipal(somebody, user.getIdToken(), user.getUserInfo()))
                .orElseGet(
                        () -> new DefaultOidcUser(Claims.authorities(person), user.getIdToken(), user.getUserInfo()));
    }

    private void remember(Person now, Profile profile) {
        var before = people.find(now.id()).map(Person::roles);
        people.remember(now, profile);
        before.filter(roles -> !roles.equals(now.roles()))
                .ifPresent(roles ->
                        log.write(Kind.ROLES_CHANGED, now.id().value(), words(roles) + " to " + words(now.roles())));
    }

    private static String words(Set<Role> roles) {
        return roles.isEmpty()
                ? "none"
                : roles.stream().map(Role::realmName).sorted().collect(Collectors.joining("+"));
    }
}
