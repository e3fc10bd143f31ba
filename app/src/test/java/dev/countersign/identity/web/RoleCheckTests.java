package dev.countersign.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.Personas;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.method.HandlerMethod;

/** Which of our routes somebody reaches with the roles that they have. */
class RoleCheckTests {

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void letsThroughWhoHasOneOfTheRoles() {
        logIn(Personas.GRACE);
        assertThat(reaches("vps")).isTrue();
        assertThat(reaches("leaders")).isTrue();
    }

    @Test
    void turnsAwayWhoHasNoneOfThem() {
        logIn(Personas.ADA);
        refuses("vps");
        logIn(Personas.withRoles(Personas.ADA));
        refuses("leaders");
    }

    @Test
    void turnsAwayWhoIsNobody() {
        refuses("vps");
        SecurityContextHolder.setContext(new SecurityContextImpl(TestPrincipals.loggedInAsNobody()));
        refuses("vps");
    }

    @Test
    void goesByTheMethodWhereTheControllerSaysSomethingElse() {
        logIn(Personas.ELENA);
        refuses("vps");
        assertThat(reaches("leaders")).isTrue();
    }

    @Test
    void takesARouteThatNamesNoRoleForClosed() {
        logIn(Personas.withRoles(Personas.GRACE, Role.values()));
        refuses("nobody");
    }

    private static void logIn(Person person) {
        SecurityContextHolder.setContext(new SecurityContextImpl(TestPrincipals.loggedIn(person)));
    }

    private static void refuses(String route) {
        assertThatThrownBy(() -> reaches(route)).isInstanceOf(AccessDeniedException.class);
    }

    private static boolean reaches(String route) {
        try {
            var handler = new HandlerMethod(new Routes(), Routes.class.getDeclaredMethod(route));
            return new RoleCheck().preHandle(new MockHttpServletRequest(), new MockHttpServletResponse(), handler);
        } catch (NoSuchMethodException misspelt) {
            throw new AssertionError(misspelt);
        }
    }

    @AllowedTo({Role.DIRECTOR, Role.VP})
    static class Routes {

        @AllowedTo(Role.VP)
        void vps() {}

        void leaders() {}

        @AllowedTo({})
        void nobody() {}
    }
}
