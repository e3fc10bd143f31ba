package dev.countersign.reviews;

import static dev.countersign.Personas.ADA;
import static dev.countersign.Personas.BEN;
import static dev.countersign.Personas.CHLOE;
import static dev.countersign.Personas.DMITRI;
import static dev.countersign.Personas.ELENA;
import static dev.countersign.Personas.FARID;
import static dev.countersign.Personas.HUGO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.countersign.Cast;
import dev.countersign.Personas;
import dev.countersign.changes.Authors;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Status;
import dev.countersign.engine.UserTask;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import dev.countersign.refusals.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who may review, claim and decide, and what happens when two try at once. */
@OnRealStack
class ReviewsIT {

    @Autowired
    ApplicationContext beans;

    @Autowired
    Reviews reviews;

    @Autowired
    Verdicts verdicts;

    @Autowired
    Changes changes;

    @Autowired
    Authors authors;

    @Autowired
    Clock clock;

    Cast cast;

    @BeforeEach
    void call() {
        cast = Cast.in(beans);
    }

    @Test
    void refusesApprovalByTheAuthor() {
        UserTask task = review(cast.inReview(BEN, cast.document()));
        refuses("changes.duty-taken", () -> cast.decides(BEN, task, Answer.APPROVE));
    }

    @Test
    void refusesApprovalByACoAuthor() {
        UserTask task = review(cast.inReview(ADA, cast.document().withCoAuthors(BEN)));
        refuses("changes.duty-taken", () -> cast.decides(BEN, task, Answer.APPROVE));
        refuses("changes.duty-taken", () -> claim(BEN, task));
    }

    @Test
    void refusesApprovalByWhoOperatedTheAiTool() {
        var written = cast.document()
                .with("aiInvolvement", "generated")
                .with("aiTool", "Code assistant 4")
                .with("aiSources", List.of(Map.of("name", "Run book", "updatedOn", today())))
                .with("operator", "ben");
        ChangeId id = cast.submitted(ADA, written);
        assertThat(authors.of(id, BEN.id()).orElseThrow().fact()).hasToString("operated the AI tool");
        refuses("changes.duty-taken", () -> cast.decides(BEN, review(id), Answer.APPROVE));
    }

    @Test
    void makesNoExceptionForSomebodyWithEveryRole() {
        UserTask task = review(cast.inReview(BEN, cast.document()));
        refuses("changes.duty-taken", () -> cast.decides(Personas.withRoles(BEN, Role.values()), task, Answer.APPROVE));
    }

    @Test
    void refusesSomebodyWhoIsNoReviewer() {
        UserTask task = review(cast.inReview(ADA, cast.document()));
        refuses("reviews.not-permitted", () -> cast.decides(ELENA, task, Answer.APPROVE));
    }

    @Test
    void refusesTheSignOffOfSomebodyWhoReviewed() {
        Person elena = Personas.withRoles(ELENA, Role.REVIEWER, Role.DIRECTOR);
        ChangeId id = cast.inReview(ADA, cast.document().onControlPlane());
        cast.decides(elena, id, ChangePlan.REVIEW, Answer.APPROVE);
        UserTask signOff = cast.task(id, ChangePlan.SIGN_OFF);
        refuses("changes.duty-taken", () -> cast.decides(elena, signOff, Answer.APPROVE));
    }

    @Test
    void refusesLeadersOfOtherDepartments() {
        ChangeId id = cast.awaitingSignOff();
        UserTask signOff = cast.task(id, ChangePlan.SIGN_OFF);
        refuses("reviews.not-permitted", () -> cast.decides(FARID, signOff, Answer.APPROVE));
        cast.decides(ELENA, signOff, Answer.APPROVE);
        UserTask escalation = cast.task(id, ChangePlan.ESCALATION);
        refuses("reviews.not-permitted", () -> cast.decides(HUGO, escalation, Answer.APPROVE));
    }

    @Test
    void refusesAReviewerAsALaterCoAuthor() {
        ChangeId id = cast.inReview(ADA, cast.document());
        cast.decides(CHLOE, id, ChangePlan.REVIEW, Answer.ASK_FOR_CHANGES);
        refuses(
                "changes.duty-taken",
                () -> cast.amends(ADA, id, cast.document().withCoAuthors(CHLOE).document()));
        assertThat(cast.change(id).revision().number()).isEqualTo(1);
    }

    @Test
    void refusesADecisionOnARevisionThatIsNoLongerTheOneThatCounts() {
        ChangeId id = cast.inReview(ADA, cast.document());
        String read = cast.read(review(id));
        cast.decides(CHLOE, id, ChangePlan.REVIEW, Answer.ASK_FOR_CHANGES);
        cast.amends(ADA, id, cast.document().with("title", "Raise it less").document());
        UserTask task = review(id);
        refuses("reviews.stale-revision", () -> reviews.decide(task.id(), DMITRI, read, Answer.APPROVE, ""));
        assertThat(verdicts.of(id, 2)).isEmpty();
    }

    @Test
    void refusesANoWithoutWords() {
        UserTask task = review(cast.inReview(ADA, cast.document()));
        refuses("reviews.comment-missing", () -> reviews.decide(task.id(), CHLOE, cast.read(task), Answer.REJECT, " "));
    }

    @Test
    void refusesALeaderWhoAsksForChanges() {
        UserTask task = cast.task(cast.awaitingSignOff(), ChangePlan.SIGN_OFF);
        refuses("reviews.leader-asks", () -> cast.decides(ELENA, task, Answer.ASK_FOR_CHANGES));
    }

    @Test
    void givesAClaimThatIsHoursOldToWhoAsksForIt() {
        ChangeId id = cast.inReview(ADA, cast.document());
        UserTask task = review(id);
        refuses("reviews.claim-counts", () -> takeOver(DMITRI, task));
        reviews.claim(task.id(), CHLOE);
        refuses("reviews.claim-counts", () -> takeOver(DMITRI, task));
        refuses("reviews.not-permitted", () -> cast.decides(DMITRI, task, Answer.APPROVE));
        RealStack.shared().moveClock(Duration.ofHours(7));
        refuses("reviews.claim-counts", () -> takeOver(DMITRI, task));
        RealStack.shared().moveClock(Duration.ofHours(1));
        assertThat(reviews.takeOver(task.id(), CHLOE)).isFalse();
        reviews.takeOver(task.id(), DMITRI);
        refuses("reviews.claim-counts", () -> takeOver(BEN, task));
        refuses("reviews.not-permitted", () -> cast.decides(CHLOE, task, Answer.APPROVE));
        assertThat(cast.decides(DMITRI, task, Answer.APPROVE).status()).isEqualTo(Status.APPROVED);
    }

    @Test
    void leavesTheSeatOfWhoAbstainsToAnother() {
        ChangeId id = cast.inReview(ADA, cast.document());
        UserTask task = review(id);
        reviews.claim(task.id(), CHLOE);
        assertThat(cast.decides(CHLOE, task, Answer.ABSTAIN).status()).isEqualTo(Status.IN_REVIEW);
        refuses("reviews.not-permitted", () -> claim(CHLOE, task));
        refuses("reviews.not-permitted", () -> cast.decides(CHLOE, task, Answer.APPROVE));
        assertThat(cast.decides(DMITRI, task, Answer.APPROVE).status()).isEqualTo(Status.APPROVED);
        assertThat(verdicts.of(id)).extracting(Verdict::answer).containsExactly(Answer.ABSTAIN, Answer.APPROVE);
    }

    @Test
    void refusesALeaderWhoAbstains() {
        UserTask task = cast.task(cast.awaitingSignOff(), ChangePlan.SIGN_OFF);
        refuses("reviews.leader-asks", () -> cast.decides(ELENA, task, Answer.ABSTAIN));
    }

    @Test
    void keepsAClaimedTaskForWhoClaimedItUntilTheyReleaseIt() {
        ChangeId id = cast.inReview(ADA, cast.document());
        UserTask task = review(id);
        assertThat(reviews.claim(task.id(), CHLOE)).isTrue();
        assertThat(reviews.claim(task.id(), CHLOE)).isFalse();
        refuses("reviews.not-permitted", () -> cast.decides(DMITRI, task, Answer.APPROVE));
        refuses("reviews.not-permitted", () -> claim(DMITRI, task));
        refuses("reviews.not-permitted", () -> release(DMITRI, task));
        assertThat(reviews.release(task.id(), CHLOE)).isTrue();
        assertThat(reviews.release(task.id(), CHLOE)).isFalse();
        refuses("reviews.not-permitted", () -> release(DMITRI, task));
        assertThat(cast.decides(DMITRI, task, Answer.APPROVE).status()).isEqualTo(Status.APPROVED);
    }

    @Test
    void givesATaskToOneOfTwoWhoClaimItAtOnceAndTellsTheOther() {
        UserTask task = review(cast.inReview(ADA, cast.document()));
        List<Optional<Refusal>> said = atOnce(() -> claim(CHLOE, task), () -> claim(DMITRI, task));
        assertThat(said).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(said)
                .filteredOn(Optional::isPresent)
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.orElseThrow().sentence())
                        .startsWith("Expected to claim the review of CHG-"));
    }

    @Test
    void takesADoubleSubmitOnce() {
        ChangeId id = cast.inReview(ADA, cast.document());
        UserTask task = review(id);
        Callable<?> submit = () -> cast.decides(CHLOE, task, Answer.APPROVE);
        assertThat(atOnce(submit, submit)).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(verdicts.of(id)).hasSize(1);
        refuses("engine.task-not-open", () -> cast.decides(CHLOE, task, Answer.APPROVE));
    }

    @Test
    void takesOneOfTwoVerdictsOnTheSameSeat() {
        ChangeId id = cast.inReview(ADA, cast.document());
        UserTask task = review(id);
        assertThat(atOnce(
                        () -> cast.decides(CHLOE, task, Answer.APPROVE),
                        () -> cast.decides(DMITRI, task, Answer.REJECT)))
                .filteredOn(Optional::isEmpty)
                .hasSize(1);
        assertThat(verdicts.of(id)).hasSize(1);
    }

    private String today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
    }

    private UserTask review(ChangeId id) {
        return cast.task(id, ChangePlan.REVIEW);
    }

    private String claim(Person person, UserTask task) {
        reviews.claim(task.id(), person);
        return "claimed";
    }

    private String takeOver(Person person, UserTask task) {
        reviews.takeOver(task.id(), person);
        return "taken over";
    }

    private String release(Person person, UserTask task) {
        reviews.release(task.id(), person);
        return "released";
    }

    private static void refuses(String code, Callable<?> attempt) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(attempt::call)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    /** What each was refused with, if they were. */
    private static List<Optional<Refusal>> atOnce(Callable<?> first, Callable<?> second) {
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            return threads.invokeAll(List.of(attempt(start, first), attempt(start, second))).stream()
                    .map(Future::resultNow)
                    .toList();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Callable<Optional<Refusal>> attempt(CyclicBarrier start, Callable<?> work) {
        return () -> {
            start.await();
            try {
                work.call();
                return Optional.empty();
            } catch (Refusal refusal) {
                return Optional.of(refusal);
            }
        };
    }
}
