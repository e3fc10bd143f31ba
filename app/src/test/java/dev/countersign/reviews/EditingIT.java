package dev.countersign.reviews;

import static dev.countersign.Personas.ADA;
import static dev.countersign.Personas.BEN;
import static dev.countersign.Personas.CHLOE;
import static dev.countersign.Personas.DMITRI;
import static dev.countersign.Personas.ELENA;
import static dev.countersign.Refuses.refuses;
import static dev.countersign.Refuses.refusesBySql;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Cast;
import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Duty;
import dev.countersign.changes.Revisions;
import dev.countersign.changes.SampleDocument;
import dev.countersign.changes.Status;
import dev.countersign.engine.UserTask;
import dev.countersign.local.OnRealStack;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of decisions when an author edits a change that people decide on or have approved. */
@OnRealStack
class EditingIT {

    @Autowired
    ApplicationContext beans;

    @Autowired
    Reviews reviews;

    @Autowired
    Verdicts verdicts;

    @Autowired
    Revisions revisions;

    @Autowired
    JdbcClient sql;

    Cast cast;
    SampleDocument document;

    @BeforeEach
    void call() {
        cast = Cast.in(beans);
        document = cast.document();
    }

    @Test
    void otherWordsKeepAnApproval() {
        ChangeId id = approved();
        Change before = cast.change(id);
        Change reworded = cast.edits(ADA, id, document.with("why", "Baskets time out at peak load."));
        assertThat(reworded.status()).isEqualTo(Status.APPROVED);
        assertThat(reworded.statusSince()).isEqualTo(before.statusSince());
        assertThat(reworded.revision().number()).isEqualTo(2);
        assertThat(reworded.revision().since()).isEqualTo(1);
        assertThat(verdicts.given(reworded.revision(), Duty.REVIEWER)).isEqualTo(1);
        assertThat(verdicts.oldest(reworded.revision())).isEqualTo(verdicts.oldest(before.revision()));
        assertThat(journal(id)).contains("changes.reworded").doesNotContain("changes.reworked");
    }

    @Test
    void otherWordsTwiceKeepItToo() {
        ChangeId id = approved();
        cast.edits(ADA, id, document.with("why", "Baskets time out at peak load."));
        Change again = cast.edits(ADA, id, document.with("title", "Raise the basket timeout"));
        assertThat(again.revision().since()).isEqualTo(1);
        assertThat(verdicts.given(again.revision(), Duty.REVIEWER)).isEqualTo(1);
    }

    /** Title and reason are what a reviewer reads first. */
    @Test
    void anotherReasonVoidsAnApprovalThoughNothingMaterialDiffers() {
        ChangeId id = approved();
        Change reworked = cast.edits(ADA, id, document.with("why", "The old tables are in the way, so drop them."));
        assertThat(reworked.status()).isEqualTo(Status.CHECKING);
        assertThat(verdicts.given(reworked.revision(), Duty.REVIEWER)).isZero();
        UserTask review = cast.task(id, ChangePlan.REVIEW);
        assertThat(reviews.reaffirm(review.id(), CHLOE, cast.read(review)).status())
                .isEqualTo(Status.APPROVED);
    }

    @Test
    void manySmallEditsDoNotAddUp() {
        ChangeId id = approved();
        cast.edits(ADA, id, document.with("why", "Baskets time out at peak load."));
        assertThat(cast.change(id).status()).isEqualTo(Status.APPROVED);
        Change again = cast.edits(ADA, id, document.with("why", "Basket items at peak load."));
        assertThat(again.status()).isEqualTo(Status.CHECKING);
        assertThat(verdicts.given(again.revision(), Duty.REVIEWER)).isZero();
    }

    @Test
    void anythingElseVoidsAnApprovalAndStartsAgain() {
        ChangeId id = approved();
        Change reworked = cast.edits(ADA, id, document.with("alarms", "basket-5xx, basket-p99"));
        assertThat(reworked.status()).isEqualTo(Status.CHECKING);
        assertThat(verdicts.given(reworked.revision(), Duty.REVIEWER)).isZero();
        assertThat(verdicts.of(id)).hasSize(1);
        assertThat(journal(id)).contains("changes.reworked");
        UserTask review = cast.task(id, ChangePlan.REVIEW);
        assertThat(cast.decides(DMITRI, review, Answer.APPROVE).status()).isEqualTo(Status.APPROVED);
    }

    /** Whoever wants the old text back asks again: nobody knows why it was given up. */
    @Test
    void theOldTextDoesNotBringItsApprovalBack() {
        ChangeId id = approved();
        cast.edits(ADA, id, document.with("bakeMinutes", 90));
        cast.task(id, ChangePlan.REVIEW);
        Change back = cast.edits(ADA, id, document);
        assertThat(back.revision().hash())
                .isEqualTo(revisions.find(id, 1).orElseThrow().hash());
        assertThat(verdicts.given(back.revision(), Duty.REVIEWER)).isZero();
    }

    @Test
    void takesTheTaskFromSomebodyWhoReadsAnEarlierText() {
        ChangeId id = cast.inReview(ADA, document);
        UserTask review = cast.task(id, ChangePlan.REVIEW);
        String read = cast.read(review);
        reviews.claim(review.id(), CHLOE);
        cast.edits(ADA, id, document.with("bakeMinutes", 90));
        refuses("engine.task-not-open", () -> reviews.decide(review.id(), CHLOE, read, Answer.APPROVE, ""));
        UserTask next = cast.task(id, ChangePlan.REVIEW);
        refuses("reviews.stale-revision", () -> reviews.decide(next.id(), CHLOE, read, Answer.APPROVE, ""));
    }

    @Test
    void leavesTheTaskOfSomebodyWhoReadsOtherWordsButWantsThemToReadThese() {
        ChangeId id = cast.inReview(ADA, document);
        UserTask review = cast.task(id, ChangePlan.REVIEW);
        String read = cast.read(review);
        cast.edits(ADA, id, document.with("title", "Raise the basket time-outs"));
        refuses("reviews.stale-revision", () -> reviews.decide(review.id(), CHLOE, read, Answer.APPROVE, ""));
        assertThat(cast.decides(CHLOE, review, Answer.APPROVE).status()).isEqualTo(Status.APPROVED);
    }

    @Test
    void beginsAgainWhileTheDirectorIsAsked() {
        document = document.onControlPlane();
        ChangeId id = cast.inReview(ADA, document);
        cast.decides(CHLOE, id, ChangePlan.REVIEW, Answer.APPROVE);
        UserTask signOff = cast.task(id, ChangePlan.SIGN_OFF);
        cast.edits(ADA, id, document.with("rollbackMinutes", 5));
        refuses("engine.task-not-open", () -> cast.decides(ELENA, signOff, Answer.APPROVE));
        cast.decides(CHLOE, id, ChangePlan.REVIEW, Answer.APPROVE);
        assertThat(cast.change(id).status()).isEqualTo(Status.SIGN_OFF);
        assertThat(cast.task(id, ChangePlan.SIGN_OFF).id()).isNotEqualTo(signOff.id());
    }

    @Test
    void letsWhoApprovedApproveAgainWithOnePress() {
        ChangeId id = approved();
        cast.edits(ADA, id, document.with("bakeMinutes", 90));
        UserTask review = cast.task(id, ChangePlan.REVIEW);
        String read = cast.read(review);
        assertThat(reviews.voidApproval(reviews.seat(review.id()), CHLOE))
                .map(Verdict::revision)
                .contains(1);
        refuses("reviews.nothing-to-reaffirm", () -> reviews.reaffirm(review.id(), DMITRI, read));
        assertThat(reviews.reaffirm(review.id(), CHLOE, read).status()).isEqualTo(Status.APPROVED);
        assertThat(verdicts.of(id, 2)).singleElement().satisfies(given -> {
            assertThat(given.person()).isEqualTo(CHLOE.id());
            assertThat(given.comment())
                    .isEqualTo("Re-affirms the approval of revision 1, having read what differs since.");
        });
    }

    @Test
    void wantsThemToHaveReadTheTextAsItIs() {
        ChangeId id = approved();
        cast.edits(ADA, id, document.with("bakeMinutes", 90));
        String read = cast.read(cast.task(id, ChangePlan.REVIEW));
        cast.edits(ADA, id, document.with("bakeMinutes", 91));
        UserTask review = cast.task(id, ChangePlan.REVIEW);
        refuses("reviews.stale-revision", () -> reviews.reaffirm(review.id(), CHLOE, read));
    }

    @Test
    void isForItsAuthorsAndForThoseWhoDoNotDecideOnIt() {
        ChangeId id = approved();
        SampleDocument other = document.with("bakeMinutes", 90);
        refuses("changes.not-permitted", () -> cast.edits(BEN, id, other));
        refuses("changes.not-permitted", () -> cast.edits(CHLOE, id, other));
        refuses("changes.duty-taken", () -> cast.edits(ADA, id, other.withCoAuthors(CHLOE)));
        refuses("changes.nothing-edited", () -> cast.edits(ADA, id, document));
        assertThat(cast.change(id).revision().number()).isEqualTo(1);
        assertThat(cast.change(id).status()).isEqualTo(Status.APPROVED);
    }

    @Test
    void refusesToCallAnotherTextTheSameWhoeverRunsTheSql() {
        ChangeId id = approved();
        Change reworked = cast.edits(ADA, id, document.with("bakeMinutes", 90));
        refusesBySql("""
                INSERT INTO changes.revision (change_id, number, document, hash, author, at)
                SELECT change_id, 3, document, hash, author, at FROM changes.revision WHERE change_id = '%1$s' AND number = 2;
                INSERT INTO changes.material (change_id, revision, hash, fields, since, edited_in)
                SELECT change_id, 3, hash, fields, 1, 'APPROVED' FROM changes.material WHERE change_id = '%1$s' AND revision = 2
                """.formatted(reworked.id()), "material_change_id_since_hash_fkey");
    }

    @Test
    void letsNobodySpeakTwiceOnTheSameInOtherWords() {
        ChangeId id = approved();
        Change reworded = cast.edits(ADA, id, document.with("title", "Raise the basket time-outs"));
        String again = """
                INSERT INTO changes.duty (change_id, person_id, duty, since) VALUES ('%1$s', '%2$s', 'REVIEWER', now())
                ON CONFLICT DO NOTHING;
                INSERT INTO reviews.verdict
                  (change_id, revision, revision_hash, since, person_id, duty, slot, verdict, comment, task_id, at)
                VALUES ('%1$s', 2, '\\x%3$s', %5$s, '%2$s', 'REVIEWER', %4$d, 'APPROVE', '', -1, now())
                """;
        String hash = reworded.revision().hash();
        refusesBySql(again.formatted(id, CHLOE.id(), hash, 2, "1"), "verdict_person_once");
        refusesBySql(again.formatted(id, DMITRI.id(), hash, 1, "1"), "verdict_seat_once");
        refusesBySql(again.formatted(id, DMITRI.id(), hash, 1, "2"), "verdict_material");
        refusesBySql(again.formatted(id, DMITRI.id(), hash, 1, "NULL"), "verdict_since");
    }

    private ChangeId approved() {
        ChangeId id = cast.inReview(ADA, document);
        cast.decides(CHLOE, id, ChangePlan.REVIEW, Answer.APPROVE);
        cast.passed(id, "schedule-change");
        return id;
    }

    private List<String> journal(ChangeId id) {
        return sql.sql("SELECT kind FROM journal.entry WHERE stream = :stream ORDER BY seq")
                .param("stream", id.stream())
                .query(String.class)
                .list();
    }
}
