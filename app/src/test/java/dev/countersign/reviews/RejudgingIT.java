package dev.countersign.reviews;

import static dev.countersign.Refuses.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Cast;
import dev.countersign.Leaders;
import dev.countersign.Personas;
import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Rejudging;
import dev.countersign.changes.Status;
import dev.countersign.identity.Person;
import dev.countersign.journal.Entry;
import dev.countersign.journal.History;
import dev.countersign.local.OnRealStack;
import dev.countersign.policy.Demand;
import dev.countersign.policy.Fact;
import dev.countersign.policy.Policies;
import dev.countersign.policy.TypedRule;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@OnRealStack
class RejudgingIT {

    private static final TypedRule TWO = new TypedRule(
            "code-two-reviews",
            "Code is reviewed by two people.",
            Map.of(Fact.KIND, "code"),
            Map.of(Demand.REVIEWS, "2"));

    @Autowired
    private BeanFactory beans;

    @Autowired
    private Rejudging rejudging;

    @Autowired
    private Policies policies;

    @Autowired
    private History history;

    private Cast cast;
    private Leaders leaders;

    @BeforeEach
    void meet() {
        cast = Cast.in(beans);
        leaders = Leaders.in(beans);
    }

    @AfterEach
    void reinstate() {
        leaders.reinstate();
    }

    @Test
    void keepsItsPolicyUntilItsDirectorDecidesOtherwise() {
        ChangeId id = cast.inReview(Personas.ADA, cast.document());
        String before = cast.change(id).policyVersion().orElseThrow();
        leaders.decide(TWO);
        assertThat(cast.change(id).policyVersion()).contains(before);
        assertThat(cast.change(id).demanded().reviews()).isEqualTo(1);
        Rejudging.Preview preview = rejudging.preview(cast.change(id));
        assertThat(preview.shift().more()).containsExactly("one review");
        assertThat(preview.shift().less()).isEmpty();
        rejudge(id, Personas.ELENA);
        assertThat(cast.change(id).policyVersion()).contains(preview.after()).isNotEqualTo(before);
        assertThat(cast.decides(Personas.CHLOE, id, ChangePlan.REVIEW, Answer.APPROVE)
                        .status())
                .isEqualTo(Status.IN_REVIEW);
        cast.passed(id, "tally-verdicts");
        assertThat(cast.decides(Personas.DMITRI, id, ChangePlan.REVIEW, Answer.APPROVE)
                        .status())
                .isEqualTo(Status.APPROVED);
        cast.passed(id, "schedule-change");
        assertThat(history.story(id.stream()))
                .filteredOn(entry -> entry.kind().equals("changes.rejudged"))
                .singleElement()
                .extracting(Entry::actor, Entry::summary)
                .containsExactly(
                        "elena",
                        "had it judged by %s instead of %s: demands one review".formatted(preview.after(), before));
    }

    @Test
    void goesBackFromSignOffForAnotherReview() {
        ChangeId id = cast.awaitingSignOff();
        leaders.decide(TWO);
        assertThat(rejudge(id, Personas.ELENA).status()).isEqualTo(Status.IN_REVIEW);
        assertThat(cast.decides(Personas.DMITRI, id, ChangePlan.REVIEW, Answer.APPROVE)
                        .status())
                .isEqualTo(Status.SIGN_OFF);
        assertThat(cast.decides(Personas.ELENA, id, ChangePlan.SIGN_OFF, Answer.APPROVE)
                        .status())
                .isEqualTo(Status.ESCALATED);
    }

    @Test
    void countsGivenVerdictsWhenFewerAreDemanded() {
        leaders.decide(TWO);
        ChangeId id = cast.submitted(Personas.ADA, cast.document());
        cast.seats(id, 2);
        cast.decides(Personas.CHLOE, id, ChangePlan.REVIEW, Answer.APPROVE);
        leaders.reinstate();
        assertThat(rejudging.preview(cast.change(id)).shift().less()).containsExactly("one review");
        assertThat(rejudge(id, Personas.ELENA).status()).isEqualTo(Status.APPROVED);
        cast.passed(id, "schedule-change");
        assertThat(cast.open(id)).isEmpty();
    }

    @Test
    void leavesASeatThatIsNotNeededAnyMore() {
        leaders.decide(TWO);
        ChangeId id = cast.submitted(Personas.ADA, cast.document());
        cast.seats(id, 2);
        leaders.reinstate();
        rejudge(id, Personas.ELENA);
        assertThat(cast.open(id)).hasSize(1);
        assertThat(cast.decides(Personas.CHLOE, id, ChangePlan.REVIEW, Answer.APPROVE)
                        .status())
                .isEqualTo(Status.APPROVED);
        cast.passed(id, "schedule-change");
    }

    @Test
    void leavesAnApprovedChangeAsItIs() {
        ChangeId id = cast.approved();
        leaders.decide(TWO);
        refuses("changes.not-rejudged", () -> rejudge(id, Personas.ELENA));
    }

    @Test
    void isForItsDirectorOnlyAndForWhatTheySaw() {
        ChangeId id = cast.inReview(Personas.ADA, cast.document());
        refuses("changes.not-rejudged", () -> rejudge(id, Personas.ELENA));
        leaders.decide(TWO);
        refuses("changes.rejudging-not-permitted", () -> rejudge(id, Personas.FARID));
        refuses("changes.rejudging-not-permitted", () -> rejudge(id, Personas.GRACE));
        refuses("changes.rejudging-not-permitted", () -> rejudge(id, Personas.ADA));
        Change change = cast.change(id);
        String today = policies.inForce().id();
        refuses("changes.not-rejudged", () -> rejudging.rejudge(id, Personas.ELENA, change.version() - 1, today));
        refuses(
                "changes.not-rejudged",
                () -> rejudging.rejudge(
                        id,
                        Personas.ELENA,
                        change.version(),
                        change.policyVersion().orElseThrow()));
    }

    private Change rejudge(ChangeId id, Person director) {
        return rejudging.rejudge(
                id, director, cast.change(id).version(), policies.inForce().id());
    }
}
