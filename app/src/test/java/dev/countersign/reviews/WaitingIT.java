package dev.countersign.reviews;

import static dev.countersign.Personas.ADA;
import static dev.countersign.Personas.BEN;
import static dev.countersign.Personas.CHLOE;
import static dev.countersign.Personas.DMITRI;
import static dev.countersign.Personas.ELENA;
import static dev.countersign.Personas.FARID;
import static dev.countersign.Personas.GRACE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Cast;
import dev.countersign.Questions;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.identity.Person;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Permission.Denied;
import dev.countersign.refusals.Permission.Granted;
import dev.countersign.reviews.Waiting.Decision;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Three hundred tasks of others have waited longer than one's own. */
@OnRealStack
class WaitingIT {

    private static final int MANY = 300;

    private final RealStack stack = RealStack.shared();

    @Autowired
    private BeanFactory beans;

    @Autowired
    private Waiting waiting;

    @Autowired
    private Sittings sittings;

    @Autowired
    private Claims claims;

    @Autowired
    private Reviews reviews;

    private Cast cast;

    @BeforeEach
    void meet() {
        cast = Cast.in(beans);
    }

    @AfterEach
    void closeTheirs() throws SQLException {
        asOwner(
                "UPDATE engine.user_task SET state = 'CLOSED' WHERE state = 'OPEN' AND subject IN (SELECT id FROM changes.change WHERE title = 'In the queue')");
        asOwner(
                "UPDATE changes.change SET status = 'WITHDRAWN' WHERE status <> 'WITHDRAWN' AND title = 'In the queue'");
    }

    @Test
    void showsADirectorTheirOwnBehindThoseOfAnotherDepartment() throws SQLException {
        queue("fulfilment", "SIGN_OFF", ChangePlan.SIGN_OFF, "director");
        ChangeId own = cast.awaitingSignOff();
        assertThat(changes(waiting.toDecide(ELENA))).contains(own).allMatch(this::isReal);
        assertThat(changes(waiting.forPerson(ELENA))).contains(own);
    }

    @Test
    void showsAVpTheirOwnBehindThoseOfAnotherOrganisation() throws SQLException {
        queue("fulfilment", "ESCALATED", ChangePlan.ESCALATION, "vp");
        ChangeId own = cast.escalated();
        assertThat(changes(waiting.toDecide(GRACE))).contains(own).allMatch(this::isReal);
    }

    /** Ben wrote the three hundred. */
    @Test
    void showsAReviewerWhatTheyCanTakeBehindWhatTheyWroteThemselves() throws SQLException {
        queue("checkout", "IN_REVIEW", ChangePlan.REVIEW, "reviewer");
        ChangeId free = cast.inReview(ADA, cast.document());
        assertThat(changes(waiting.toDecide(BEN))).contains(free).allMatch(this::isReal);
        assertThat(changes(waiting.forPerson(BEN))).contains(free).hasSize(200);
    }

    @Test
    void showsAReviewerWhatTheyHoldBehindWhatAnybodyCanTake() throws SQLException {
        queue("checkout", "IN_REVIEW", ChangePlan.REVIEW, "reviewer");
        ChangeId held = cast.inReview(ADA, cast.document());
        reviews.claim(cast.task(held, ChangePlan.REVIEW).id(), DMITRI);
        assertThat(changes(waiting.toDecide(DMITRI))).hasSize(200).contains(held);
        assertThat(changes(waiting.toDecide(CHLOE))).hasSize(200).doesNotContain(held);
    }

    @Test
    void putsWhatTheySpokeOnInOtherWordsBehindWhatTheyCanTake() {
        var document = cast.document();
        ChangeId spoken = cast.inReview(ADA, document);
        cast.decides(CHLOE, spoken, ChangePlan.REVIEW, Answer.ABSTAIN);
        cast.edits(ADA, spoken, document.with("why", "Baskets time out at peak load."));
        ChangeId free = cast.inReview(ADA, cast.document());
        assertThat(changes(waiting.forPerson(CHLOE))).containsSubsequence(free, spoken);
    }

    /** What is put first is only what is looked at first; who may decide is said by the same rule as at the task. */
    @Test
    void offersNothingThatTheRulesRefuse() {
        ChangeId reviewed = cast.awaitingSignOff();
        for (Person person : List.of(ADA, BEN, CHLOE, DMITRI, ELENA, GRACE)) {
            assertThat(waiting.toDecide(person))
                    .allMatch(decision -> decision.toDecide().granted());
            assertThat(waiting.forPerson(person))
                    .filteredOn(decision -> decision.toDecide().granted())
                    .extracting(decision -> decision.seat().task().id())
                    .containsExactlyElementsOf(waiting.toDecide(person).stream()
                            .map(decision -> decision.seat().task().id())
                            .toList());
        }
        assertThat(changes(waiting.toDecide(CHLOE))).doesNotContain(reviewed);
    }

    /** Looked up for a whole list, or asked of one seat alone. */
    @Test
    void saysOfManySeatsAtOnceWhatItSaysOfEach() {
        ChangeId held = cast.inReview(ADA, cast.document());
        reviews.claim(cast.task(held, ChangePlan.REVIEW).id(), DMITRI);
        ChangeId spoken = cast.inReview(ADA, cast.document());
        cast.decides(CHLOE, spoken, ChangePlan.REVIEW, Answer.ABSTAIN);
        ChangeId written = cast.inReview(BEN, cast.document());
        ChangeId two = cast.inReview(ADA, cast.tierOneDocument());
        reviews.claim(cast.task(two, ChangePlan.REVIEW).id(), CHLOE);
        cast.awaitingSignOff();
        cast.escalated();
        assertThat(changes(waiting.forPerson(CHLOE))).contains(held, spoken, written);
        for (Person person : List.of(BEN, CHLOE, DMITRI, ELENA, GRACE)) {
            for (Decision decision : waiting.forPerson(person)) {
                Seat seat = decision.seat();
                assertThat(words(decision.toDecide()))
                        .isEqualTo(words(sittings.of(seat, person).toDecide()));
                assertThat(decision.holder())
                        .isEqualTo(claims.holder(seat.task().id()));
                assertThat(decision.delegation())
                        .isEqualTo(waiting.decision(seat.task(), person).delegation());
            }
        }
    }

    @Test
    void findsWhatIsSaidAnywhereInTheTextAndInNames() {
        ChangeId odd = cast.inReview(ADA, cast.document().with("why", "The zymurgy of baskets."));
        assertThat(found(CHLOE, "ZYMUR")).containsExactly(odd);
        assertThat(found(CHLOE, "zymurgy okaf")).containsExactly(odd);
        assertThat(found(CHLOE, "zymurgy cart")).containsExactly(odd);
        assertThat(found(CHLOE, odd.value())).containsExactly(odd);
        assertThat(found(CHLOE, "zymurgy nothing")).isEmpty();
    }

    /** The reader's own, and of equal seats one. */
    @Test
    void pagesThroughEachChangeOnceInEveryOrder() {
        Stream.of("one", "two", "three").forEach(word -> cast.inReview(ADA, cast.tierOneDocument()));
        for (InboxOrder order : InboxOrder.values()) {
            List<ChangeId> all = changes(waiting.matching(CHLOE, InboxFilter.ALL, order, Optional.empty(), 1000)
                    .decisions());
            List<ChangeId> paged = new ArrayList<>();
            Optional<InboxPlace> place = Optional.empty();
            do {
                var page = waiting.matching(CHLOE, InboxFilter.ALL, order, place, 2);
                assertThat(page.total()).isEqualTo(all.size());
                paged.addAll(changes(page.decisions()));
                place = page.ends();
            } while (place.isPresent());
            assertThat(paged)
                    .as(order.label())
                    .isEqualTo(all)
                    .doesNotHaveDuplicates()
                    .hasSizeGreaterThan(2);
        }
    }

    /** A director finds what waits for a reviewer there, to hand it to somebody; nothing of it is theirs to decide. */
    @Test
    void showsLeadersTheReviewsOfTheirDepartments() {
        ChangeId review = cast.inReview(ADA, cast.document());
        assertThat(changes(waiting.forPerson(ELENA))).contains(review);
        assertThat(changes(waiting.toDecide(ELENA))).doesNotContain(review);
        assertThat(changes(waiting.forPerson(FARID))).doesNotContain(review);
    }

    @Test
    void asksAsManyQuestionsForAHundredAsForTwo() throws SQLException {
        queue("checkout", "IN_REVIEW", ChangePlan.REVIEW, "reviewer");
        ChangeId spoken = cast.inReview(ADA, cast.document());
        cast.decides(CHLOE, spoken, ChangePlan.REVIEW, Answer.ABSTAIN);
        for (Person person : List.of(BEN, CHLOE)) {
            List<String> few = Questions.of(() -> page(person, 2));
            assertThat(Questions.of(() -> page(person, 100)))
                    .isEqualTo(few)
                    .isNotEmpty()
                    .hasSizeLessThan(20);
        }
    }

    private void page(Person person, int most) {
        waiting.matching(person, InboxFilter.ALL, InboxOrder.WAITING, Optional.empty(), most);
    }

    private List<ChangeId> found(Person person, String text) {
        var filter = new InboxFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false, text);
        return changes(waiting.matching(person, filter, InboxOrder.YOURS, Optional.empty(), 10)
                .decisions());
    }

    private static String words(Permission permission) {
        return switch (permission) {
            case Granted _ -> "granted";
            case Denied(var refusal) -> refusal.code() + ": " + refusal.sentence();
        };
    }

    private static List<ChangeId> changes(List<Decision> decisions) {
        return decisions.stream().map(decision -> decision.seat().change().id()).toList();
    }

    private boolean isReal(ChangeId id) {
        return !cast.change(id).title().equals("In the queue");
    }

    /** Straight into the tables: three hundred colleagues are not at hand. Ben wrote them all. */
    private void queue(String department, String status, String element, String group) throws SQLException {
        asOwner("""
                WITH queued AS (SELECT 'CHG-' || lpad(nextval('changes.number')::text, 6, '0') AS id FROM generate_series(1, %1$d)),
                written AS (
                    INSERT INTO changes.change
                      (id, status, version, author, title, department, systems, revision, policy_version, requirements, created_at, submitted_at, status_since)
                    SELECT q.id, '%3$s', 2, 'ben', 'In the queue', '%2$s', '{cart-worker}', 1, m.policy_version, m.requirements, now(), now(), now()
                    FROM queued q CROSS JOIN (SELECT * FROM changes.change WHERE id = '%6$s') m RETURNING id),
                texts AS (
                    INSERT INTO changes.revision (change_id, number, document, hash, author, at)
                    SELECT w.id, 1, r.document, r.hash, 'ben', now() FROM written w CROSS JOIN (SELECT * FROM changes.revision WHERE change_id = '%6$s') r),
                authors AS (INSERT INTO changes.duty (change_id, person_id, duty, since) SELECT id, 'ben', 'AUTHOR', now() FROM written)
                INSERT INTO engine.user_task (subject, process, run, job_key, element, item, candidate_groups, opened_at, state)
                SELECT id, 'production-change', 1, 0, '%4$s', '1', '{%5$s}', now(), 'OPEN' FROM written
                """.formatted(MANY, department, status, element, group, model()));
    }

    /** A change to copy the text from. */
    private String model() {
        ChangeId id = cast.inReview(ADA, cast.document());
        cast.decides(CHLOE, id, ChangePlan.REVIEW, Answer.REJECT);
        return id.value();
    }

    private void asOwner(String statement) throws SQLException {
        try (var owner = stack.asOwner();
                var sql = owner.createStatement()) {
            sql.execute(statement);
        }
    }
}
