package dev.countersign.reviews;

import static dev.countersign.Personas.BEN;
import static dev.countersign.Personas.CHLOE;
import static dev.countersign.Personas.DMITRI;
import static dev.countersign.Personas.ELENA;
import static dev.countersign.Personas.GRACE;
import static dev.countersign.Refuses.refuses;
import static dev.countersign.Refuses.refusesBySql;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Cast;
import dev.countersign.Personas;
import dev.countersign.changes.Authors;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Duties;
import dev.countersign.changes.Status;
import dev.countersign.engine.Inbox;
import dev.countersign.engine.UserTask;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PresentRoles;
import dev.countersign.identity.Profile;
import dev.countersign.identity.Role;
import dev.countersign.identity.SignIn;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import dev.countersign.refusals.Permission;
import dev.countersign.registry.ChainOfCommand;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People who are different, and yet tied to each other. */
@OnRealStack
class RelationsIT {

    private static final Duration LATELY = Duration.ofDays(14);

    @Autowired
    ApplicationContext beans;

    @Autowired
    Reviews reviews;

    @Autowired
    Relations relations;

    @Autowired
    Verdicts verdicts;

    private Cast cast;

    @BeforeEach
    void call() {
        cast = Cast.in(beans);
        untie();
    }

    /** Until earlier approvals are forgotten. */
    @AfterEach
    void untie() {
        RealStack.shared().moveClock(LATELY.plusHours(1));
    }

    @Test
    void wantsAWordFromWhoseChangeTheAuthorApproved() throws SQLException {
        UserTask task = cast.task(reviewedByChloeAndThenHers(), ChangePlan.REVIEW);
        ChangeId id = new ChangeId(task.subject());
        assertThat(relations.toDeclare(id, BEN.id())).containsExactly(new Relation(Tie.RECIPROCAL, CHLOE.id()));
        refuses("reviews.tie-undeclared", () -> decide(task, BEN, Answer.APPROVE, Care.UNKNOWN));
        decide(task, BEN, Answer.APPROVE, Care.UNKNOWN.declared());
        assertThat(cast.change(id).status()).isEqualTo(Status.APPROVED);
        assertThat(relations.of(verdicts.of(id).getFirst())).containsExactly(new Relation(Tie.RECIPROCAL, CHLOE.id()));
        refusesBySql("DELETE FROM reviews.relation", "permission denied");
        refusesBySql("UPDATE reviews.relation SET author = 'ada'", "permission denied");
    }

    @Test
    void asksNobodyForAWordWhoSaysNo() {
        UserTask task = cast.task(reviewedByChloeAndThenHers(), ChangePlan.REVIEW);
        assertThat(reviews.decide(task.id(), BEN, cast.read(task), Answer.REJECT, "It is late.")
                        .status())
                .isEqualTo(Status.REJECTED);
    }

    /** Only a favour ties. */
    @Test
    void asksForNoWordFromWhoseChangeTheAuthorRejected() {
        UserTask review = cast.task(cast.inReview(BEN, cast.document()), ChangePlan.REVIEW);
        reviews.decide(review.id(), CHLOE, cast.read(review), Answer.REJECT, "It is late.");
        ChangeId id = cast.inReview(CHLOE, cast.document());
        assertThat(relations.toDeclare(id, BEN.id())).isEmpty();
    }

    @Test
    void forgetsAnApprovalAfterAFortnight() {
        ChangeId id = reviewedByChloeAndThenHers();
        RealStack.shared().moveClock(LATELY);
        assertThat(relations.toDeclare(id, BEN.id())).isEmpty();
    }

    @Test
    void wantsAWordFromADirectorOnTheirVpsChange() {
        Person grace = Personas.withRoles(GRACE, Role.VP, Role.ENGINEER);
        ChangeId id = cast.inReview(grace, cast.document().onControlPlane());
        assertThat(relations.toDeclare(id, ELENA.id())).containsExactly(new Relation(Tie.SUBORDINATE, GRACE.id()));
        assertThat(relations.toDeclare(id, CHLOE.id())).isEmpty();
    }

    /** Dmitri answers to Petra, and she to Chloe, who answers to Dmitri by mistake. */
    @Test
    void wantsAWordFromWhoAnswersToAnAuthorByTheIdentityProvider() {
        People people = beans.getBean(People.class);
        Person petra = SignIn.person("petra.over-dmitri", Role.REVIEWER);
        people.remember(DMITRI, answeringTo(petra));
        people.remember(petra, answeringTo(CHLOE));
        people.remember(CHLOE, answeringTo(DMITRI));
        try {
            ChangeId id = cast.inReview(CHLOE, cast.document());
            assertThat(relations.toDeclare(id, DMITRI.id())).containsExactly(new Relation(Tie.SUBORDINATE, CHLOE.id()));
            assertThat(relations.toDeclare(id, BEN.id())).isEmpty();
        } finally {
            Stream.of(DMITRI, petra, CHLOE)
                    .forEach(person -> people.remember(person, new Profile(Optional.empty(), Optional.empty())));
        }
    }

    private static Profile answeringTo(Person boss) {
        return new Profile(Optional.empty(), Optional.of(boss.id()));
    }

    @Test
    void letsAHouseRefuseTies() {
        ChangeId id = reviewedByChloeAndThenHers();
        Sittings strict = strict();
        Seat seat = reviews.seat(cast.task(id, ChangePlan.REVIEW).id());
        assertThat(strict.of(seat, DMITRI).toSit().granted()).isTrue();
        assertThat(strict.of(seat, BEN).toSit())
                .isInstanceOfSatisfying(
                        Permission.Denied.class,
                        denied -> assertThat(denied.refusal())
                                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("reviews.not-independent"))
                                .hasMessageContaining("chloe, who wrote it, recently approved a change by"));
    }

    /** Chloe approves a change of Ben's, and then writes one herself. */
    private ChangeId reviewedByChloeAndThenHers() {
        cast.decides(CHLOE, cast.inReview(BEN, cast.document()), ChangePlan.REVIEW, Answer.APPROVE);
        return cast.inReview(CHLOE, cast.document());
    }

    private void decide(UserTask task, Person person, Answer answer, Care care) {
        reviews.decide(task.id(), person, cast.read(task), answer, "", care);
    }

    private Sittings strict() {
        ReviewsProperties refuse = new ReviewsProperties(
                TieRule.REFUSE,
                LATELY,
                TieRule.REFUSE,
                Duration.ofHours(8),
                Duration.ofDays(30),
                Duration.ofHours(24),
                Duration.ofHours(4),
                Duration.ofHours(8));
        Relations refusing = new Relations(
                beans.getBean(JdbcClient.class),
                beans.getBean(ChainOfCommand.class),
                beans.getBean(People.class),
                refuse,
                beans.getBean(Clock.class));
        return new Sittings(
                beans.getBean(Inbox.class),
                beans.getBean(Changes.class),
                beans.getBean(Claims.class),
                beans.getBean(SeatLeaders.class),
                new Speakers(beans.getBean(Duties.class), beans.getBean(Authors.class), verdicts, refusing),
                beans.getBean(People.class),
                beans.getBean(PresentRoles.class),
                beans.getBean(Clock.class));
    }
}
