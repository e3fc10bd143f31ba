package dev.countersign.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import dev.countersign.identity.Salvaged;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextHolder;

class SalvageStoreTests {

    private static final Salvaged TYPED =
            new Salvaged(Map.of("comment", List.of("Fine with me.")), Salvaged.Why.NOT_CONFIRMED);

    private final SalvageStore full = new SalvageStore(_ -> false);

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void keepsADecisionUntilItsLeaderHasLoggedInOnceMoreHoweverMuchStrangersLeft() {
        SecurityContextHolder.getContext()
                .setAuthentication(TestPrincipals.loggedIn(new Person(
                        new PersonId("elena"), "Elena Marchetti", "elena@countersign.example", Set.of(Role.DIRECTOR))));

        assertThat(full.keep(new MockHttpSession(), "/reviews/1", TYPED)).isTrue();
    }

    @Test
    void keepsNothingMoreOfStrangersThanTheyHaveRoomFor() {
        assertThat(full.keep(new MockHttpSession(), "/reviews/1", TYPED)).isFalse();
        assertThat(new SalvageStore(_ -> true).keep(new MockHttpSession(), "/reviews/1", TYPED))
                .isTrue();
    }

    @Test
    void keepsNothingThatIsTooLargeWhoeverSentIt() {
        var large = new Salvaged(Map.of("comment", List.of("x".repeat(300_001))), Salvaged.Why.ENDED);

        assertThat(new SalvageStore(_ -> true).keep(new MockHttpSession(), "/reviews/1", large))
                .isFalse();
    }
}
