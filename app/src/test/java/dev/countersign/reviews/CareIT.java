package dev.countersign.reviews;

import static dev.countersign.Personas.ADA;
import static dev.countersign.Personas.BEN;
import static dev.countersign.Personas.CHLOE;
import static dev.countersign.Personas.DMITRI;
import static dev.countersign.Personas.ELENA;
import static dev.countersign.Personas.JONAS;
import static dev.countersign.Refuses.refuses;
import static dev.countersign.Refuses.refusesBySql;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Cast;
import dev.countersign.Personas;
import dev.countersign.changes.ChangeDocument.Kind;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Status;
import dev.countersign.engine.UserTask;
import dev.countersign.identity.Known;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.local.OnRealStack;
import dev.countersign.reviews.Care.Affirmation;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What is known of how a verdict was reached, and what is asked for before one. */
@OnRealStack
class CareIT {

    private static final Care QUICK = new Care(
            "",
            List.of(new Affirmation("A test fails without them", false)),
            Optional.of(List.of("Risk")),
            Optional.of(Duration.ofSeconds(9)),
            false);

    @Autowired
    ApplicationContext beans;

    @Autowired
    Reviews reviews;

    @Autowired
    Cares cares;

    @Autowired
    ReadingHabits habits;

    Cast cast;

    @BeforeEach
    void call() {
        cast = Cast.in(beans);
    }

    @Test
    void wantsAPreMortemBeforeTheApprovalOfWhatReachesFar() {
        for (var document : List.of(
                cast.document().onControlPlane(),
                cast.document()
                        .with("blastRadius", "global")
                        .with("waves", "One zone, an hour\nOne region, an hour\nThe other regions"))) {
            UserTask task = cast.task(cast.inReview(ADA, document), ChangePlan.REVIEW);
            String read = cast.read(task);
            refuses("reviews.pre-mortem-missing", () -> reviews.decide(task.id(), CHLOE, read, Answer.APPROVE, ""));
            refuses(
                    "reviews.pre-mortem-missing",
                    () -> reviews.decide(task.id(), CHLOE, read, Answer.APPROVE, "", Care.withPreMortem(" ")));
            assertThat(reviews.decide(
                                    task.id(), CHLOE, read, Answer.APPROVE, "", Care.withPreMortem("The pool ran dry."))
                            .status())
                    .isEqualTo(Status.SIGN_OFF);
        }
    }

    @Test
    void wantsNoneFromWhoDoesNotApproveNorFromLeaders() {
        UserTask task = cast.task(cast.inReview(ADA, cast.document().onControlPlane()), ChangePlan.REVIEW);
        assertThat(reviews.decide(task.id(), CHLOE, cast.read(task), Answer.REJECT, "Not on a Friday.")
                        .status())
                .isEqualTo(Status.REJECTED);
        UserTask signOff = cast.task(cast.awaitingSignOff(), ChangePlan.SIGN_OFF);
        assertThat(reviews.decide(signOff.id(), ELENA, cast.read(signOff), Answer.APPROVE, "")
                        .status())
                .isEqualTo(Status.ESCALATED);
    }

    @Test
    void keepsItBesideTheVerdictForGood() {
        ChangeId id = cast.inReview(ADA, cast.document());
        UserTask task = cast.task(id, ChangePlan.REVIEW);
        reviews.decide(task.id(), CHLOE, cast.read(task), Answer.APPROVE, "", QUICK);
        assertThat(cares.of(id, 1, CHLOE.id())).contains(QUICK);
        refusesBySql("DELETE FROM reviews.care WHERE change_id = '%s'".formatted(id), "permission denied");
        refusesBySql("UPDATE reviews.checklist SET question = 'Anything at all'", "permission denied");
    }

    @Test
    void carriesWhatWasWrittenDownToAReaffirmationButNotHowTheEarlierTextWasRead() {
        var document = cast.document().onControlPlane();
        ChangeId id = cast.inReview(ADA, document);
        UserTask task = cast.task(id, ChangePlan.REVIEW);
        Care care = new Care(
                "The pool ran dry.", List.of(), Optional.of(List.of()), Optional.of(Duration.ofMinutes(9)), false);
        reviews.decide(task.id(), CHLOE, cast.read(task), Answer.APPROVE, "", care);
        cast.edits(ADA, id, document.with("bakeMinutes", 90));
        UserTask again = cast.task(id, ChangePlan.REVIEW);
        reviews.reaffirm(again.id(), CHLOE, cast.read(again));
        assertThat(cares.of(id, 2, CHLOE.id())).contains(Care.withPreMortem("The pool ran dry."));
    }

    @Test
    void asksSomethingForEveryKindOfChange() {
        assertThat(Arrays.stream(Kind.values()).map(cares::checklist))
                .allSatisfy(questions -> assertThat(questions).hasSize(3).doesNotHaveDuplicates());
    }

    @Test
    void tellsOfADepartmentOnceThreePeopleReviewedForItAndNeverOfOne() {
        approves(CHLOE, QUICK);
        approves(DMITRI, QUICK);
        approves(BEN, new Care("", List.of(), Optional.of(List.of()), Optional.of(Duration.ofMinutes(9)), false));
        approves(Personas.withRoles(JONAS, Role.REVIEWER), Care.UNKNOWN);
        assertThat(habits.byDepartment())
                .filteredOn(habit -> habit.department().equals("checkout"))
                .singleElement()
                .satisfies(habit -> {
                    assertThat(habit.approvals()).isGreaterThanOrEqualTo(4);
                    assertThat(habit.timed()).isBetween(3L, habit.approvals() - 1);
                    assertThat(habit.quick()).isGreaterThanOrEqualTo(2);
                    assertThat(habit.quickShare()).matches("\\d+ %");
                });
        assertThat(habits.byDepartment()).noneMatch(habit -> habit.department().equals("fulfilment"));
    }

    private void approves(Person reviewer, Care care) {
        UserTask task = cast.task(cast.inReview(ADA, cast.document()), ChangePlan.REVIEW);
        Known.make(beans, reviewer);
        reviews.decide(task.id(), reviewer, cast.read(task), Answer.APPROVE, "", care);
    }
}
