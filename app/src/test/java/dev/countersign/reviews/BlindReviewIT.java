package dev.countersign.reviews;

import static dev.countersign.Personas.ADA;
import static dev.countersign.Personas.CHLOE;
import static dev.countersign.Personas.DMITRI;
import static dev.countersign.Personas.ELENA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.countersign.Cast;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Status;
import dev.countersign.engine.UserTask;
import dev.countersign.identity.Person;
import dev.countersign.identity.SignIn;
import dev.countersign.local.OnRealStack;
import dev.countersign.policy.TwoPairsOfEyes;
import dev.countersign.refusals.Refusal;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

/** Under the addendum two people review a change without knowing of each other. */
@OnRealStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BlindReviewIT {

    private static final String WORDS = "The error budget of the basket is nearly spent";

    @Autowired
    WebApplicationContext beans;

    @Autowired
    MockMvc house;

    @Autowired
    Reviews reviews;

    @Autowired
    Verdicts verdicts;

    private TwoPairsOfEyes addendum;
    private Cast cast;
    private ChangeId id;
    private List<UserTask> seats;

    @BeforeAll
    void putAnAddendumInForce() {
        addendum = TwoPairsOfEyes.inForce(beans);
    }

    @AfterAll
    void endIt() {
        addendum.close();
    }

    @BeforeEach
    void askTwoReviewers() {
        cast = Cast.in(beans);
        id = cast.submitted(ADA, cast.tierOneDocument());
        seats = cast.seats(id, 2);
    }

    @Test
    void hidesTheFirstVerdictUntilBothAreIn() throws Exception {
        reviews.decide(seats.getFirst().id(), CHLOE, cast.read(seats.getFirst()), Answer.APPROVE, WORDS);
        assertThat(verdicts.visibleTo(cast.change(id), CHLOE)).hasSize(1);
        for (Person other : List.of(DMITRI, ADA, ELENA)) {
            assertThat(verdicts.visibleTo(cast.change(id), other)).isEmpty();
            assertThat(page("/changes/" + id, other)).doesNotContain(WORDS);
            assertThat(page("/changes/" + id + "?tab=conversation", other)).doesNotContain(WORDS);
        }
        assertThat(page("/reviews/" + seats.getLast().id(), DMITRI)).doesNotContain(WORDS);
        for (String export : List.of("/journal.json", "/journal.csv")) {
            assertThat(page(export + "?subject=" + id, ELENA))
                    .contains("gave a verdict on revision 1")
                    .doesNotContain(WORDS, "APPROVE");
        }
        cast.decides(DMITRI, seats.getLast(), Answer.APPROVE);
        assertThat(verdicts.visibleTo(cast.change(id), ADA)).hasSize(2);
        assertThat(page("/changes/" + id, ADA)).contains(WORDS);
        assertThat(page("/changes/" + id + "?tab=conversation", ADA)).contains(WORDS);
        for (String export : List.of("/journal.json", "/journal.csv")) {
            assertThat(page(export + "?subject=" + id, ELENA)).contains(WORDS, "APPROVE");
        }
    }

    @Test
    void needsTwoDifferentPeople() {
        cast.decides(CHLOE, seats.getFirst(), Answer.APPROVE);
        assertThat(cast.change(id).status()).isEqualTo(Status.IN_REVIEW);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> cast.decides(CHLOE, seats.getLast(), Answer.APPROVE))
                .withMessageContaining("has already decided on revision 1");
        assertThat(cast.decides(DMITRI, seats.getLast(), Answer.APPROVE).status())
                .isEqualTo(Status.SIGN_OFF);
    }

    @Test
    void letsNobodyHoldBothSeats() {
        reviews.claim(seats.getFirst().id(), CHLOE);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> reviews.claim(seats.getLast().id(), CHLOE))
                .withMessageContaining("has claimed the other review of this change");
    }

    @Test
    void voidsAnApprovalWhenTheTextBecomesAnother() {
        cast.decides(CHLOE, seats.getFirst(), Answer.APPROVE);
        cast.decides(DMITRI, seats.getLast(), Answer.ASK_FOR_CHANGES);
        cast.task(id, ChangePlan.AMEND);
        cast.amends(
                ADA, id, cast.tierOneDocument().with("title", "Raise it less").document());
        assertThat(cast.seats(id, 2)).hasSize(2);
        assertThat(verdicts.of(id, 2)).isEmpty();
    }

    private String page(String path, Person reader) throws Exception {
        return house.perform(get(path).with(SignIn.as(reader)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
