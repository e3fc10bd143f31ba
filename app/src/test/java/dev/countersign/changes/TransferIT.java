package dev.countersign.changes;

import static dev.countersign.Personas.ADA;
import static dev.countersign.Personas.BEN;
import static dev.countersign.Personas.CHLOE;
import static dev.countersign.Personas.DMITRI;
import static dev.countersign.Personas.ELENA;
import static dev.countersign.Personas.FARID;
import static dev.countersign.Refuses.refuses;
import static dev.countersign.Refuses.refusesBySql;
import static dev.countersign.identity.SignIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Cast;
import dev.countersign.Personas;
import dev.countersign.desk.Desk;
import dev.countersign.desk.Handover;
import dev.countersign.desk.Pending;
import dev.countersign.desk.Task;
import dev.countersign.engine.UserTask;
import dev.countersign.identity.Known;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.journal.Entry;
import dev.countersign.journal.History;
import dev.countersign.local.OnRealStack;
import dev.countersign.reviews.Answer;
import dev.countersign.reviews.Claims;
import dev.countersign.reviews.Reviews;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A change gets into other hands before and after people have decided on it. */
@OnRealStack
class TransferIT {

    private static final String REASON = "On leave from Monday on.";

    @Autowired
    BeanFactory beans;

    @Autowired
    Transfers transfers;

    @Autowired
    Changes changes;

    @Autowired
    ChangePermissions permissions;

    @Autowired
    Duties duties;

    @Autowired
    Reviews reviews;

    @Autowired
    Claims claims;

    @Autowired
    People people;

    @Autowired
    Typing typing;

    @Autowired
    Desk desk;

    @Autowired
    MockMvcTester pages;

    @Autowired
    History history;

    Cast cast;

    @BeforeEach
    void call() {
        cast = Cast.in(beans);
        Personas.ALL.forEach(person -> Known.make(beans, person));
    }

    @Test
    void keepsWhatWasDecidedAndFreesWhatTheNewAuthorHadClaimed() {
        ChangeId id = cast.inReview(ADA, cast.document().onControlPlane());
        UserTask review = cast.task(id, ChangePlan.REVIEW);
        reviews.claim(review.id(), DMITRI);
        String text = cast.change(id).revision().hash();
        Change handed = transfers.handOver(id, ADA, DMITRI.id(), REASON);
        assertThat(handed.author()).isEqualTo(DMITRI.id());
        assertThat(handed.revision().hash()).isEqualTo(text);
        assertThat(claims.holder(review.id())).isEmpty();
        refuses("changes.duty-taken", () -> reviews.claim(review.id(), DMITRI));

        cast.decides(CHLOE, review, Answer.APPROVE);
        refuses("changes.duty-taken", () -> transfers.handOver(id, DMITRI, CHLOE.id(), REASON));
        refuses("changes.not-permitted", () -> transfers.handOver(id, FARID, BEN.id(), REASON));
        transfers.handOver(id, ELENA, BEN.id(), REASON);
        assertThat(cast.change(id).status()).isEqualTo(Status.SIGN_OFF);
        assertThat(duties.having(id, Duty.AUTHOR)).contains(ADA.id(), DMITRI.id(), BEN.id());
        assertThat(history.story(id.stream()))
                .extracting(Entry::summary)
                .contains("handed it over to dmitri: " + REASON, "handed it over from dmitri to ben: " + REASON);
        assertThat(words(BEN, id)).containsExactly("Elena Marchetti handed it over from Dmitri Volkov to you");
        assertThat(words(ADA, id)).containsExactly("You handed it over to Dmitri Volkov");
    }

    @Test
    void putsWhatIsToDoOnTheDeskOfWhoHasItNow() {
        ChangeId id = cast.needsWork();
        transfers.handOver(id, ADA, BEN.id(), REASON);
        assertThat(tasks(BEN, id)).containsExactly("Amend");
        assertThat(tasks(ADA, id)).isEmpty();
        assertThat(desk.of(ADA).pending())
                .filteredOn(pending -> pending.change().id().equals(id))
                .extracting(Pending::on)
                .containsExactly("Ben Castillo");
        transfers.handOver(id, BEN, ADA.id(), "Back to you.");
        assertThat(tasks(ADA, id)).containsExactly("Amend");
    }

    /** Or else whoever wrote a text could review it once somebody else had it and began a new change from it. */
    @Test
    void leavesWhoeverWroteTheTextAnAuthorOfItsCopy() {
        ChangeId id = cast.inReview(CHLOE, cast.document().withCoAuthors(DMITRI));
        transfers.handOver(id, CHLOE, BEN.id(), REASON);

        var copy = pages.get().uri("/changes/new?from=" + id).with(as(BEN)).exchange();

        assertThat(copy).bodyText().containsPattern("<input[^>]* value=\"chloe\"[^>]* checked");
        assertThat(copy).bodyText().containsPattern("<input[^>]* value=\"dmitri\"[^>]* checked");
        assertThat(copy).bodyText().doesNotContainPattern("<input[^>]* value=\"ada\"[^>]* checked");
    }

    @Test
    void leavesWhoWroteTheDraftItsAuthorForGood() {
        ChangeId id = cast.drafted(ADA);
        transfers.handOver(id, ADA, BEN.id(), REASON);
        refuses(
                "changes.not-permitted",
                () -> permissions.toRead(cast.change(id), ADA).demand());
        refuses("changes.not-permitted", () -> transfers.handOver(id, ADA, ADA.id(), REASON));
        changes.submit(id, BEN, cast.document().document());
        assertThat(duties.having(id, Duty.AUTHOR)).containsExactlyInAnyOrder(ADA.id(), BEN.id());
        Person reviewer = Personas.withRoles(ADA, Role.ENGINEER, Role.REVIEWER);
        people.remember(reviewer);
        UserTask review = cast.task(id, ChangePlan.REVIEW);
        refuses("changes.duty-taken", () -> reviews.claim(review.id(), reviewer));
        people.remember(ADA);
        assertThat(transfers.handOver(id, BEN, ADA.id(), "Back to you.").author())
                .isEqualTo(ADA.id());
    }

    /** Whose log-in still names a role that is gone leads nothing any more. */
    @Test
    void readsTheRolesOfALeaderAnew() {
        ChangeId id = cast.inReview(ADA, cast.document());
        people.remember(Personas.withRoles(ELENA));
        try {
            refuses("changes.not-permitted", () -> transfers.handOver(id, ELENA, BEN.id(), REASON));
        } finally {
            people.remember(ELENA);
        }
    }

    @Test
    void isHistoryThatNobodyEdits() {
        refusesBySql("UPDATE changes.transfer SET to_person = 'ada'", "permission denied");
    }

    private List<String> tasks(Person person, ChangeId id) {
        return desk.of(person).tasks().stream()
                .filter(task -> task.subject().equals(id.value()))
                .map(Task::action)
                .toList();
    }

    /** What a draft is called now is as private as the rest of it. */
    @Test
    void tellsWhoGaveADraftAwayNothingOfIt() {
        ChangeId id = cast.drafted(ADA);
        transfers.handOver(id, ADA, BEN.id(), REASON);

        assertThat(desk.of(ADA).handovers())
                .filteredOn(handover -> handover.change().equals(id.value()))
                .extracting(Handover::title)
                .containsExactly("A draft");
        assertThat(desk.of(BEN).handovers())
                .filteredOn(handover -> handover.change().equals(id.value()))
                .extracting(Handover::title)
                .containsExactly(cast.change(id).title());
    }

    /** Whoever could keep something for any number that a change may have one day could fill the disk. */
    @Test
    void keepsWhatSomebodyTypedInAFewFormsOnly() {
        for (int number = 1; number <= Typing.MOST + 5; number++) {
            typing.keep(BEN.id(), "/changes/CHG-%09d/edit".formatted(number), Map.of(), Optional.empty());
        }

        assertThat(typing.of(BEN.id(), "/changes/CHG-%09d/edit".formatted(Typing.MOST + 5)))
                .isPresent();
        assertThat(typing.of(BEN.id(), "/changes/CHG-%09d/edit".formatted(6))).isPresent();
        assertThat(typing.of(BEN.id(), "/changes/CHG-%09d/edit".formatted(5))).isEmpty();
    }

    private List<String> words(Person person, ChangeId id) {
        return desk.of(person).handovers().stream()
                .filter(handover -> handover.change().equals(id.value()))
                .map(Handover::words)
                .toList();
    }
}
