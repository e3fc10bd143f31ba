package dev.countersign.identity;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import dev.countersign.identity.web.TestPrincipals;
import java.util.Set;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Signs a test's requests in as somebody. */
public final class SignIn {

    private SignIn() {}

    public static RequestPostProcessor as(Person person) {
        return known(person, authentication(TestPrincipals.loggedIn(person)));
    }

    /** As a program that sends a bearer token. */
    public static RequestPostProcessor byToken(Person person) {
        return known(person, authentication(TestPrincipals.withToken(person)));
    }

    public static RequestPostProcessor as(String id, Role... roles) {
        return as(person(id, roles));
    }

    private static RequestPostProcessor known(Person person, RequestPostProcessor signedIn) {
        return request -> {
            Known.make(
                    WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext()), person);
            return signedIn.postProcessRequest(request);
        };
    }

    public static Person person(String id, Role... roles) {
        return new Person(new PersonId(id), id, id + "@countersign.example", Set.of(roles));
    }
}
