package dev.countersign.reviews;

import static dev.countersign.Personas.ADA;
import static dev.countersign.Personas.BEN;
import static dev.countersign.Personas.CHLOE;
import static dev.countersign.Personas.DMITRI;
import static dev.countersign.Personas.ELENA;
import static dev.countersign.Personas.FARID;
import static dev.countersign.Personas.GRACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dev.countersign.Cast;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Status;
import dev.countersign.engine.UserTask;
import dev.countersign.identity.Known;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.SignIn;
import dev.countersign.journal.Entry;
import dev.countersign.journal.History;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import dev.countersign.refusals.Refusal;
import dev.countersign.registry.Systems;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** Who may hand a review to whom, and what becomes of those it was taken from. */
@OnRealStack
class ReassignmentsIT {

    private static final String REASON = "Chloe is on a train.";

    @Autowired
    ApplicationContext beans;

    @Autowired
    Reviews reviews;

    @Autowired
    Reassignments reassignments;

    @Autowired
    Calls calls;

    @Autowired
    Claims claims;

    @Autowired
    Waiting waiting;

    @Autowired
    History history;

    @Autowired
    MockMvc house;

    private Cast cast;

    @BeforeEach
    void call() {
        cast = Cast.in(beans);
        List.of(ADA, BEN, CHLOE, DMITRI, ELENA, FARID, GRACE).forEach(person -> Known.make(beans, person));
    }

    @Test
    void handsAClaimToSomebodyElseAndTellsBoth() {
        UserTask task = review(cast.inReview(ADA, cast.document()));
        reviews.claim(task.id(), CHLOE);
        give(ELENA, task, DMITRI);
        assertThat(claims.holder(task.id())).contains(DMITRI.id());
        assertThat(waiting.decision(task, DMITRI).nudge()).contains(new Nudge.Given(ELENA.id(), REASON));
        assertThat(reassignments.takenFrom(CHLOE))
                .extracting(Reassignment::task, Reassignment::to)
                .contains(tuple(task.id(), DMITRI.id()));
        assertThat(history.story(new ChangeId(task.subject()).stream()))
                .extracting(Entry::kind)
                .contains("reviews.reassigned");
        refuses("reviews.not-permitted", () -> cast.decides(CHLOE, task, Answer.APPROVE));
        assertThat(cast.decides(DMITRI, task, Answer.APPROVE).status()).isEqualTo(Status.APPROVED);
        assertThat(reassignments.takenFrom(CHLOE)).noneMatch(taken -> taken.task() == task.id());
    }

    @Test
    void handsOutAReviewThatNobodyClaimed() {
        UserTask task = review(cast.inReview(ADA, cast.document()));
        give(GRACE, task, CHLOE);
        assertThat(claims.holder(task.id())).contains(CHLOE.id());
    }

    @Test
    void letsTheCalledOwnerHandItOutButNotBefore() {
        ChangeId id = cast.inReview(ADA, cast.document());
        UserTask task = review(id);
        Person owner = owner(id);
        refuses("reviews.not-permitted", () -> give(owner, task, CHLOE));
        RealStack.shared().moveClock(Duration.ofHours(24));
        calls.makeDue(id);
        assertThat(calls.openFor(owner)).extracting(Call::change).contains(id);
        give(owner, task, CHLOE);
        assertThat(calls.openFor(owner)).extracting(Call::change).doesNotContain(id);
    }

    @Test
    void refusesThoseWhoWroteItOrDoNotAnswerForIt() {
        UserTask task = review(cast.inReview(ADA, cast.document().withCoAuthors(BEN)));
        refuses("reviews.not-permitted", () -> give(ADA, task, CHLOE));
        refuses("reviews.not-permitted", () -> give(BEN, task, CHLOE));
        refuses("reviews.not-permitted", () -> give(FARID, task, CHLOE));
        refuses("reviews.not-permitted", () -> give(DMITRI, task, CHLOE));
        UserTask elenas = review(cast.inReview(ADA, cast.document().withCoAuthors(ELENA)));
        refuses("reviews.not-permitted", () -> give(ELENA, elenas, CHLOE));
    }

    @Test
    void refusesToGiveItToWhoIsNotFreeToJudgeIt() {
        UserTask task = review(cast.inReview(ADA, cast.document().withCoAuthors(BEN)));
        refuses("reviews.cannot-be-given", () -> give(ELENA, task, BEN));
        refuses("reviews.cannot-be-given", () -> give(ELENA, task, FARID));
        refuses("reviews.cannot-be-given", () -> give(ELENA, task, ELENA));
        give(ELENA, task, CHLOE);
        refuses("reviews.cannot-be-given", () -> give(ELENA, task, CHLOE));
        cast.decides(CHLOE, task, Answer.ABSTAIN);
        refuses("reviews.cannot-be-given", () -> give(ELENA, task, CHLOE));
    }

    @Test
    void leavesLeadersTheirOwnDecisions() {
        UserTask signOff = cast.task(cast.awaitingSignOff(), ChangePlan.SIGN_OFF);
        refuses("reviews.not-in-review", () -> give(ELENA, signOff, CHLOE));
    }

    /** Only some of them are looked at closely; all may be chosen. */
    @Test
    void offersEverybodyWhoIsFree() throws Exception {
        List<Person> crowd = crowd(Suggestions.MANY + 20, Role.REVIEWER);
        try {
            UserTask task = review(cast.inReview(ADA, cast.document()));
            String form = house.perform(
                            get("/reviews/{task}/reassignment", task.id()).with(SignIn.as(ELENA)))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(crowd)
                    .allSatisfy(person -> assertThat(form).containsOnlyOnce("value=\"%s\"".formatted(person.id())));
            assertThat(form).doesNotContain("value=\"ada\"");
            give(ELENA, task, crowd.getLast());
            assertThat(claims.holder(task.id())).contains(crowd.getLast().id());
        } finally {
            crowd(crowd.size());
        }
    }

    private List<Person> crowd(int size, Role... roles) {
        List<Person> people = IntStream.range(0, size)
                .mapToObj(number -> SignIn.person("crowd-%03d".formatted(number), roles))
                .toList();
        people.forEach(beans.getBean(People.class)::remember);
        return people;
    }

    private Person owner(ChangeId id) {
        var systems = beans.getBean(Systems.class);
        var people = beans.getBean(People.class);
        return people.get(systems.leading(cast.change(id).systems()).owner());
    }

    private UserTask review(ChangeId id) {
        return cast.task(id, ChangePlan.REVIEW);
    }

    private void give(Person by, UserTask task, Person whom) {
        reassignments.reassign(task.id(), by, whom.id(), REASON);
    }

    private static void refuses(String code, Runnable attempt) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(attempt::run)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
