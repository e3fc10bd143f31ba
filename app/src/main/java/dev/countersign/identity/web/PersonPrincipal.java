package dev.countersign.identity.web;

import dev.countersign.identity.Person;
import java.io.Serial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Somebody who logged in with the browser. */
final class PersonPrincipal extends DefaultOidcUser implements Acting {

    @Serial
    private static final long serialVersionUID = 1;

    PersonPrincipal(Person person, OidcIdToken token, @Nullable OidcUserInfo info) {
        super(Claims.authorities(Optional.of(person)), token, info);
    }

    @Override
    public Person person() {
        return Claims.person(this).orElseThrow();
    }
}
