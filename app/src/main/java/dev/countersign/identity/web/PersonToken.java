package dev.countersign.identity.web;

import dev.countersign.identity.Person;
import java.io.Serial;
import java.util.Optional;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Somebody, or some pipeline, that came with a bearer token. */
final class PersonToken extends JwtAuthenticationToken implements Acting {

    @Serial
    private static final long serialVersionUID = 1;

    PersonToken(Jwt token, Person person) {
        super(token, Claims.authorities(Optional.of(person)), person.id().value());
    }

    static JwtAuthenticationToken of(Jwt token) {
        return Claims.person(token)
                .<JwtAuthenticationToken>map(person -> new PersonToken(token, person))
                .orElseGet(() -> new JwtAuthenticationToken(token));
    }

    @Override
    public Person person() {
        return Claims.person(getToken()).orElseThrow();
    }
}
