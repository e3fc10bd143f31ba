package dev.countersign.identity;

import static dev.countersign.Refuses.refuses;

import dev.countersign.Cast;
import dev.countersign.Personas;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.engine.UserTask;
import dev.countersign.local.OnRealStack;
import dev.countersign.policy.Addenda;
import dev.countersign.policy.AddendumId;
import dev.countersign.policy.Policies;
import dev.countersign.policy.PolicyDrafts;
import dev.countersign.policy.Proposal;
import dev.countersign.registry.Edits;
import dev.countersign.registry.Proposals;
import dev.countersign.reviews.Answer;
import dev.countersign.reviews.Reviews;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Somebody's log-in still names a role that the database does not know any more: no decision counts on it. */
@OnRealStack
class PresentRolesIT {

    @Autowired
    ApplicationContext application;

    @Autowired
    People people;

    @Autowired
    Reviews reviews;

    @Autowired
    Addenda addenda;

    @Autowired
    PolicyDrafts drafts;

    @Autowired
    Policies policies;

    @Autowired
    Edits edits;

    @Autowired
    Proposals proposals;

    @Autowired
    Clock clock;

    private Cast cast;

    @BeforeEach
    void call() {
        cast = Cast.in(application);
    }

    @AfterEach
    void giveBack() {
        Personas.ALL.forEach(people::remember);
    }

    @Test
    void refusesTheSignOffOfSomebodyWhoIsNoDirectorAnyMore() {
        ChangeId id = cast.awaitingSignOff();
        UserTask task = cast.task(id, ChangePlan.SIGN_OFF);
        takeRolesFrom(Personas.ELENA);
        refuses(
                "reviews.not-permitted",
                () -> reviews.decide(task.id(), Personas.ELENA, cast.read(task), Answer.APPROVE, ""));
        people.remember(Personas.ELENA);
        reviews.decide(task.id(), Personas.ELENA, cast.read(task), Answer.APPROVE, "");
    }

    @Test
    void refusesTheVoteOnAnAddendum() {
        AddendumId id = addenda.propose(new Proposal("Two pairs of eyes", "For a test.", 1), Personas.GRACE)
                .id();
        takeRolesFrom(Personas.HUGO);
        refuses("policy.not-a-leader", () -> addenda.decide(id, Personas.HUGO, true, ""));
        takeRolesFrom(Personas.GRACE);
        refuses(
                "policy.not-a-vp",
                () -> addenda.propose(new Proposal("Two pairs of eyes", "For a test.", 1), Personas.GRACE));
    }

    @Test
    void refusesToBeginADraftOfThePolicy() {
        takeRolesFrom(Personas.JONAS);
        refuses(
                "policy.draft-not-permitted",
                () -> drafts.begin(policies.inForce().id(), "Another table", Personas.JONAS));
    }

    @Test
    void refusesTheSecondVoteOnAnEditOfTheRegistry() {
        var end = clock.instant().plus(Duration.ofDays(10));
        var asked = edits.override("cart-worker", 2, "For a test.", end, Personas.JONAS);
        takeRolesFrom(Personas.GRACE);
        refuses("registry.not-an-approver", () -> proposals.decide(asked.id(), Personas.GRACE, true, ""));
        people.remember(Personas.GRACE);
        proposals.decide(asked.id(), Personas.GRACE, false, "Only a test.");
    }

    private void takeRolesFrom(Person person) {
        people.remember(Personas.withRoles(person));
    }
}
