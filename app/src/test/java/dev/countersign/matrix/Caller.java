package dev.countersign.matrix;

import static dev.countersign.identity.SignIn.as;

import dev.countersign.Personas;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.SignIn;
import java.util.Optional;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Somebody who calls a route; the head of the table says what each is to a change. */
enum Caller {
    NOBODY,
    GATE,
    TOKEN,
    ADA(Personas.ADA),
    BEN(Personas.BEN),
    DMITRI(Personas.DMITRI),
    CHLOE(Personas.CHLOE),
    JONAS(Personas.withRoles(Personas.JONAS, Role.REVIEWER)),
    ELENA(Personas.ELENA),
    FARID(Personas.FARID),
    GRACE(Personas.GRACE),
    HUGO(Personas.HUGO),
    INES(Personas.INES),
    OLIVE(SignIn.person("olive", Role.SYSTEM_OWNER));

    private final Optional<Person> person;

    Caller() {
        this.person = Optional.empty();
    }

    Caller(Person person) {
        this.person = Optional.of(person);
    }

    /** Empty for nobody and for programs. */
    Optional<Person> person() {
        return person;
    }

    /** With a session of their own, a bearer token from Keycloak, or nothing. */
    RequestPostProcessor with(Tokens tokens) {
        return switch (this) {
            case NOBODY -> request -> request;
            case GATE -> bearing(tokens.gate());
            case TOKEN -> bearing(tokens.withoutRole());
            case ADA, BEN, DMITRI, CHLOE, JONAS, ELENA, FARID, GRACE, HUGO, INES, OLIVE -> as(person.orElseThrow());
        };
    }

    private static RequestPostProcessor bearing(String token) {
        return request -> {
            request.addHeader("Authorization", "Bearer " + token);
            return request;
        };
    }
}
