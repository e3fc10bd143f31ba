package dev.countersign.changes;

import static dev.countersign.Personas.ADA;
import static dev.countersign.Personas.BEN;
import static dev.countersign.Personas.CHLOE;
import static dev.countersign.Personas.DMITRI;
import static dev.countersign.Personas.INES;
import static dev.countersign.Refuses.refuses;
import static dev.countersign.Refuses.refusesBySql;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Cast;
import dev.countersign.Personas;
import dev.countersign.desk.Desk;
import dev.countersign.desk.Task;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.journal.Entry;
import dev.countersign.journal.History;
import dev.countersign.local.OnRealStack;
import dev.countersign.reviews.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who can stop a change, and what it takes to let it go on. */
@OnRealStack
class HoldIT {

    private static final String REASON = "The alarm is silent.";

    @Autowired
    BeanFactory beans;

    @Autowired
    Holds holds;

    @Autowired
    History history;

    @Autowired
    Desk desk;

    @Autowired
    JdbcClient sql;

    Cast cast;

    @BeforeEach
    void call() {
        cast = Cast.in(beans);
    }

    @Test
    void isOpenToEverybodyButAPipeline() {
        ChangeId id = cast.inReview(ADA, cast.document());
        refuses("changes.not-permitted", () -> holds.hold(id, Personas.withRoles(INES, Role.GATE), REASON));
        assertThat(holds.hold(id, INES, REASON).number()).isOne();
        refuses("changes.held-already", () -> holds.hold(id, ADA, REASON));
    }

    @Test
    void stopsNothingButTheGate() {
        ChangeId id = cast.inReview(ADA, cast.document());
        Change before = cast.change(id);
        holds.hold(id, INES, REASON);
        assertThat(cast.change(id)).isEqualTo(before);
        assertThat(cast.decides(CHLOE, id, ChangePlan.REVIEW, Answer.APPROVE).status())
                .isEqualTo(Status.APPROVED);
        assertThat(holds.open(id)).isPresent();
    }

    @Test
    void staysOnWhatIsEditedMeanwhile() {
        var document = cast.document();
        ChangeId id = cast.inReview(ADA, document);
        holds.hold(id, INES, REASON);
        cast.edits(ADA, id, document.with("bakeMinutes", 90));
        assertThat(holds.open(id)).isPresent();
    }

    @Test
    void endsWithTheWordOfAnAuthorAndOfSomebodyElse() {
        ChangeId id = cast.inReview(ADA, cast.document().withCoAuthors(BEN));
        refuses("changes.not-held", () -> holds.release(id, ADA));
        holds.hold(id, INES, REASON);
        assertThat(holds.release(id, BEN)).isPresent();
        refuses("changes.released-already", () -> holds.release(id, ADA));
        assertThat(holds.release(id, BEN)).isPresent();
        assertThat(holds.release(id, INES)).isEmpty();
        assertThat(holds.release(id, BEN)).isEmpty();
        assertThat(holds.open(id)).isEmpty();
        assertThat(holds.hold(id, ADA, REASON).number()).isEqualTo(2);
        assertThat(history.story(id.stream()))
                .extracting(Entry::kind)
                .containsSubsequence("changes.held", "changes.release-agreed", "changes.released", "changes.held")
                .containsOnlyOnce("changes.release-agreed", "changes.released");
        refuses("changes.not-held", () -> holds.release(cast.inReview(ADA, cast.document()), ADA));
    }

    /** Chloe has reviewed it before anybody told that she is behind its commit: she stays the reviewer and stands for neither side. */
    @Test
    void doesNotEndWithTheWordOfACommitterForTheOthers() {
        String sha = "e%039x".formatted(System.nanoTime());
        ChangeId id = cast.inReview(ADA, cast.document().with("commits", List.of(sha)));
        cast.decides(CHLOE, id, ChangePlan.REVIEW, Answer.APPROVE);
        holds.hold(id, INES, REASON);
        assertThat(asked(id, CHLOE)).hasSize(1);
        sql.sql("""
                INSERT INTO changes.commit_author (repository, sha, part, who, told_by, at)
                VALUES (:repository, :sha, 'COMMITTER', 'chloe', 'gate-bot', now())
                """)
                .param("repository", cast.change(id).document().repository())
                .param("sha", sha)
                .update();
        refuses("changes.release-of-neither-side", () -> holds.release(id, CHLOE));
        assertThat(asked(id, CHLOE)).isEmpty();
        refusesBySql(
                "INSERT INTO changes.hold_release (change_id, number, side, person_id, at) VALUES ('%s', 1, 'OTHER', 'chloe', now())"
                        .formatted(id),
                "can't stand for those who did not");
        assertThat(holds.release(id, DMITRI)).isPresent();
        assertThat(holds.release(id, ADA)).isEmpty();
    }

    @Test
    void isForWhatIsReviewedAndNotExecutedYet() {
        refuses("changes.wrong-state", () -> holds.hold(cast.drafted(ADA), ADA, REASON));
        refuses("changes.not-permitted", () -> holds.hold(cast.drafted(ADA), INES, REASON));
        refuses("changes.wrong-state", () -> holds.hold(cast.needsWork(), INES, REASON));
    }

    @Test
    void standsOnTheDesksOfThoseWhoseWordIsMissing() {
        ChangeId id = cast.inReview(ADA, cast.document());
        cast.decides(CHLOE, id, ChangePlan.REVIEW, Answer.APPROVE);
        holds.hold(id, INES, REASON);
        for (Person person : List.of(ADA, CHLOE, INES)) {
            assertThat(asked(id, person)).as(person.name()).hasSize(1);
        }
        assertThat(asked(id, Personas.HUGO)).isEmpty();
        holds.release(id, CHLOE);
        assertThat(asked(id, INES)).isEmpty();
        assertThat(asked(id, ADA)).hasSize(1);
        holds.release(id, ADA);
        assertThat(asked(id, ADA)).isEmpty();
    }

    @Test
    void isKeptByTheDatabaseToo() {
        ChangeId id = cast.inReview(ADA, cast.document().withCoAuthors(BEN));
        holds.hold(id, INES, REASON);
        String release =
                "INSERT INTO changes.hold_release (change_id, number, side, person_id, at) VALUES ('%s', 1, '%s', '%s', now())";
        refusesBySql(release.formatted(id, "AUTHOR", "ines"), "foreign key");
        refusesBySql(release.formatted(id, "OTHER", "ben"), "can't stand for those who did not");
        holds.release(id, ADA);
        refusesBySql(release.formatted(id, "AUTHOR", "ben"), "hold_release_pkey");
        refusesBySql("DELETE FROM changes.hold WHERE change_id = '%s'".formatted(id), "permission denied");
        refusesBySql("DELETE FROM changes.hold_release WHERE change_id = '%s'".formatted(id), "permission denied");
    }

    private List<Task> asked(ChangeId id, Person person) {
        return desk.of(person).tasks().stream()
                .filter(task -> task.action().equals("Answer the hold")
                        && task.subject().equals(id.value()))
                .toList();
    }
}
