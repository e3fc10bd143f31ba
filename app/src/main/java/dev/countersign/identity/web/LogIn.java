package dev.countersign.identity.web;

import dev.countersign.identity.People;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Turns a finished log-in into the person behind the account, and remembers them. */
@Component
class LogIn implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final OidcUserService provider = new OidcUserService();
    private final People people;

    LogIn(People people) {
        this.people = people;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var user = provider.loadUser(request);
        var person = Claims.person(user);
        person.ifPresent(people::remember);
        return person.<OidcUser>map(somebody -> new PersonPrincipal(somebody, user.getIdToken(), user.getUserInfo()))
                .orElseGet(
                        () -> new DefaultOidcUser(Claims.authorities(person), user.getIdToken(), user.getUserInfo()));
    }
}
