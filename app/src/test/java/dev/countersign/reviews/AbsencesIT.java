package dev.countersign.reviews;

import static dev.countersign.Personas.ADA;
import static dev.countersign.Personas.CHLOE;
import static dev.countersign.Personas.DMITRI;
import static dev.countersign.Personas.ELENA;
import static dev.countersign.Personas.FARID;
import static dev.countersign.Personas.GRACE;
import static dev.countersign.Personas.HUGO;
import static dev.countersign.Personas.JONAS;
import static dev.countersign.Refuses.refuses;
import static dev.countersign.Refuses.refusesBySql;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Cast;
import dev.countersign.Personas;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Duties;
import dev.countersign.changes.Duty;
import dev.countersign.changes.Status;
import dev.countersign.engine.UserTask;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import dev.countersign.journal.Entry;
import dev.countersign.journal.Stories;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** People who are away, those who decide for them, and those who try to make something of it. */
@OnRealStack
class AbsencesIT {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration BEYOND_THE_SIGN_OFF = Duration.ofDays(2);

    @Autowired
    ApplicationContext beans;

    @Autowired
    Absences absences;

    @Autowired
    Reviews reviews;

    @Autowired
    Verdicts verdicts;

    @Autowired
    Waiting waiting;

    @Autowired
    Rerouting rerouting;

    @Autowired
    People people;

    @Autowired
    Clock clock;

    private Cast cast;

    @BeforeEach
    void call() {
        cast = Cast.in(beans);
    }

    /** So that nobody is missed by other tests. */
    @AfterEach
    void everybodyIsBack() {
        absences.current().forEach(absence -> absences.end(absence.id(), people.get(absence.person())));
    }

    @Test
    void letsADelegateDecideAndTakesBothForOnePerson() {
        ChangeId id = cast.awaitingSignOff();
        UserTask task = cast.task(id, ChangePlan.SIGN_OFF);
        assertThat(waits(FARID, id)).isFalse();
        away(ELENA, HOUR, FARID);
        assertThat(waits(FARID, id)).isTrue();
        assertThat(waits(ELENA, id)).isTrue();
        reviews.claim(task.id(), FARID);
        assertThat(waits(ELENA, id)).as("being away takes no right away").isTrue();
        assertThat(cast.decides(FARID, task, Answer.APPROVE).status()).isEqualTo(Status.ESCALATED);

        Verdict given = verdicts.of(id).getLast();
        assertThat(given.voices()).containsExactly(FARID.id(), ELENA.id());
        assertThat(beans.getBean(Duties.class).having(id, Duty.DIRECTOR))
                .containsExactlyInAnyOrder(ELENA.id(), FARID.id());
        assertThat(summaries(id)).contains("approved revision 1 for elena", "signed it off for elena: as read");
        Seat escalation = reviews.seat(cast.task(id, ChangePlan.ESCALATION).id());
        Person elenaAsVp = Personas.withRoles(ELENA, Role.VP);
        refuses(
                "changes.duty-taken",
                () -> beans.getBean(Sittings.class)
                        .of(escalation, elenaAsVp)
                        .toSit()
                        .demand());
    }

    @Test
    void letsNobodyApproveByProxyWhatTheyWrote() throws Exception {
        Person writingDirector = Personas.withRoles(ELENA, Role.DIRECTOR, Role.ENGINEER);
        ChangeId id = cast.inReview(ADA, cast.document().onControlPlane().withCoAuthors(writingDirector));
        cast.decides(CHLOE, id, ChangePlan.REVIEW, Answer.APPROVE);
        UserTask task = cast.task(id, ChangePlan.SIGN_OFF);
        Absence absence = away(ELENA, HOUR, FARID);
        refuses("changes.duty-taken", () -> cast.decides(FARID, task, Answer.APPROVE));

        String delegation = String.valueOf(absence.delegations().getFirst().id());
        refusesBySql(duty(id, FARID) + verdict(id, FARID, "'elena'", delegation), "verdict_on_behalf");
        refusesBySql(duty(id, ELENA), "duty_pkey");
        refusesBySql(duty(id, FARID) + verdict(id, FARID, "'elena'", "NULL"), "verdict_by_delegation");
        refusesBySql(duty(id, HUGO) + duty(id, FARID) + verdict(id, HUGO, "'farid'", delegation), "verdict_delegation");
        refusesBySql("UPDATE reviews.delegation SET delegate = 'ada'", "permission denied");
        refusesBySql("DELETE FROM reviews.absence_end", "permission denied");
    }

    @Test
    void endsByItselfAndCannotBePassedOn() {
        ChangeId id = cast.awaitingSignOff();
        UserTask task = cast.task(id, ChangePlan.SIGN_OFF);
        Person omar = people.get(new PersonId("omar.saleh"));
        away(ELENA, HOUR, FARID);
        away(FARID, HOUR, omar);
        refuses("reviews.not-permitted", () -> cast.decides(omar, task, Answer.APPROVE));
        refuses("reviews.not-permitted", () -> cast.decides(HUGO, task, Answer.APPROVE));
        RealStack.shared().moveClock(HOUR.plusMinutes(1));
        assertThat(absences.isAway(ELENA.id())).isFalse();
        refuses("reviews.not-permitted", () -> cast.decides(FARID, task, Answer.APPROVE));
        assertThat(cast.decides(ELENA, task, Answer.APPROVE).status()).isEqualTo(Status.ESCALATED);
    }

    @Test
    void believesNoRoleThatTheAbsentLeaderHasLost() {
        ChangeId id = cast.awaitingSignOff();
        UserTask task = cast.task(id, ChangePlan.SIGN_OFF);
        away(ELENA, HOUR, FARID);
        people.remember(Personas.withRoles(ELENA, Role.ENGINEER));
        try {
            refuses("reviews.not-permitted", () -> cast.decides(FARID, task, Answer.APPROVE));
        } finally {
            people.remember(ELENA);
        }
        assertThat(cast.decides(FARID, task, Answer.APPROVE).status()).isEqualTo(Status.ESCALATED);
    }

    @Test
    void handsASignOffToTheVpWhenNobodyWillGiveIt() {
        ChangeId id = cast.awaitingSignOff();
        Absence absence = away(ELENA, HOUR);
        rerouting.follow();
        assertThat(cast.change(id).status()).as("she is back in time").isEqualTo(Status.SIGN_OFF);
        absences.end(absence.id(), ELENA);

        Absence byTheVp = declare(GRACE, ELENA, BEYOND_THE_SIGN_OFF, Optional.empty());
        rerouting.follow();
        assertThat(cast.change(id).status())
                .as("Grace does not hand it to herself")
                .isEqualTo(Status.SIGN_OFF);
        absences.end(byTheVp.id(), ELENA);

        Absence covered = away(ELENA, BEYOND_THE_SIGN_OFF, FARID);
        rerouting.follow();
        assertThat(cast.change(id).status()).as("Farid can sign it").isEqualTo(Status.SIGN_OFF);
        absences.end(covered.id(), ELENA);

        away(ELENA, BEYOND_THE_SIGN_OFF);
        rerouting.follow();
        assertThat(cast.change(id).status()).isEqualTo(Status.ESCALATED);
        assertThat(summaries(id)).anyMatch(said -> said.contains("elena is away until"));
        assertThat(cast.decides(GRACE, id, ChangePlan.ESCALATION, Answer.APPROVE)
                        .status())
                .isEqualTo(Status.APPROVED);
        cast.passed(id, "read-decision", "read-escalation-decision");
    }

    @Test
    void letsOthersTakeAtOnceWhatSomebodyAwayHasClaimed() {
        ChangeId id = cast.inReview(ADA, cast.document());
        UserTask task = cast.task(id, ChangePlan.REVIEW);
        reviews.claim(task.id(), CHLOE);
        refuses("reviews.not-permitted", () -> reviews.claim(task.id(), DMITRI));
        away(CHLOE, HOUR);
        assertThat(waits(DMITRI, id)).isTrue();
        reviews.claim(task.id(), DMITRI);
        assertThat(summaries(id)).contains("took over the review that chloe had claimed");
    }

    @Test
    void refusesAnAbsenceThatWouldBlockOrThatIsNoBusinessOfTheirs() {
        refuses("reviews.delegate-missing", () -> away(GRACE, HOUR));
        refuses("reviews.delegate-unfit", () -> away(GRACE, HOUR, ELENA));
        refuses("reviews.delegate-unfit", () -> declare(GRACE, ELENA, HOUR, Optional.of(GRACE)));
        refuses("reviews.absence-not-permitted", () -> declare(HUGO, ELENA, HOUR, Optional.empty()));
        refuses("reviews.absence-times", () -> away(ELENA, Duration.ofDays(31)));
        Absence absence = away(ELENA, HOUR, FARID);
        refuses("reviews.absent-already", () -> away(ELENA, HOUR));
        refuses("reviews.delegate-unfit", () -> away(FARID, HOUR, ELENA));
        absences.end(absence.id(), ELENA);
        refuses("reviews.absence-over", () -> absences.end(absence.id(), ELENA));
        refuses("reviews.absence-over", () -> absences.delegate(absence.id(), FARID.id(), Optional.empty(), ELENA));
        refuses("reviews.absence-not-permitted", () -> absences.end(absence.id(), JONAS));
    }

    private Absence away(Person person, Duration time) {
        return declare(person, person, time, Optional.empty());
    }

    private Absence away(Person person, Duration time, Person delegate) {
        return declare(person, person, time, Optional.of(delegate));
    }

    private Absence declare(Person recorder, Person person, Duration time, Optional<Person> delegate) {
        Instant now = clock.instant();
        return absences.declare(
                new AbsencePlan(person.id(), now, now.plus(time), "On leave", delegate.map(Person::id)), recorder);
    }

    private boolean waits(Person person, ChangeId id) {
        return waiting.toDecide(person).stream()
                .anyMatch(decision -> decision.seat().change().id().equals(id));
    }

    private List<String> summaries(ChangeId id) {
        return beans.getBean(Stories.class).of(id.stream()).entries().stream()
                .map(Entry::summary)
                .toList();
    }

    private static String duty(ChangeId id, Person person) {
        return "INSERT INTO changes.duty (change_id, person_id, duty, since) VALUES ('%s', '%s', 'DIRECTOR', now());"
                .formatted(id, person.id());
    }

    private String verdict(ChangeId id, Person person, String absent, String delegation) {
        return """
                INSERT INTO reviews.verdict (change_id, revision, revision_hash, since, person_id, on_behalf_of, delegation,
                  duty, slot, verdict, comment, task_id, at)
                SELECT change_id, number, hash, number, '%s', %s, %s, 'DIRECTOR', 1, 'APPROVE', '', -1, now()
                FROM changes.revision WHERE change_id = '%s'
                """.formatted(person.id(), absent, delegation, id);
    }
}
