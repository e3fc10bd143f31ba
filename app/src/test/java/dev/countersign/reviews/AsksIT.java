package dev.countersign.reviews;

import static dev.countersign.Personas.ADA;
import static dev.countersign.Personas.BEN;
import static dev.countersign.Personas.CHLOE;
import static dev.countersign.Personas.DMITRI;
import static dev.countersign.Personas.ELENA;
import static dev.countersign.Personas.FARID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.countersign.Cast;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.identity.Known;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.journal.Entry;
import dev.countersign.journal.History;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import dev.countersign.refusals.Refusal;
import dev.countersign.registry.Systems;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who is suggested for a review and asked for it. */
@OnRealStack
class AsksIT {

    @Autowired
    ApplicationContext beans;

    @Autowired
    Reviews reviews;

    @Autowired
    Asks asks;

    @Autowired
    Calls calls;

    @Autowired
    Suggestions suggestions;

    @Autowired
    Waiting waiting;

    @Autowired
    History history;

    private Cast cast;

    @BeforeEach
    void call() {
        cast = Cast.in(beans);
        List.of(ADA, BEN, CHLOE, DMITRI, ELENA, FARID).forEach(person -> Known.make(beans, person));
    }

    @Test
    void putsWhatSomebodyIsAskedForBeforeWhatAnybodyCanTake() {
        ChangeId earlier = cast.inReview(ADA, cast.document());
        ChangeId id = cast.inReview(ADA, cast.document());
        asks.ask(id, ADA, DMITRI.id());
        assertThat(changes(DMITRI)).containsSubsequence(id, earlier);
        assertThat(nudge(DMITRI, id)).isEqualTo(new Nudge.Asked(ADA.id()));
        assertThat(changes(CHLOE)).containsSubsequence(earlier, id);
        assertThat(history.story(id.stream())).extracting(Entry::kind).contains("reviews.asked");
        cast.decides(CHLOE, id, ChangePlan.REVIEW, Answer.APPROVE);
        assertThat(changes(DMITRI)).doesNotContain(id);
    }

    @Test
    void remindsWhoIsAskedRatherThanWhoCouldBe() {
        ChangeId id = cast.inReview(ADA, cast.document());
        asks.ask(id, ELENA, DMITRI.id());
        RealStack.shared().moveClock(Duration.ofHours(12));
        calls.makeDue(id);
        assertThat(calls.of(cast.change(id)).getFirst().people()).containsExactly(DMITRI.id());
    }

    @Test
    void suggestsNobodyWhoWroteSpokeOrIsAtWorkOnIt() {
        ChangeId id = cast.inReview(ADA, cast.document().withCoAuthors(BEN));
        assertThat(suggested(id)).contains(CHLOE.id(), DMITRI.id()).doesNotContain(ADA.id(), BEN.id());
        cast.decides(CHLOE, id, ChangePlan.REVIEW, Answer.ABSTAIN);
        assertThat(suggested(id)).contains(DMITRI.id()).doesNotContain(CHLOE.id());
        reviews.claim(cast.task(id, ChangePlan.REVIEW).id(), DMITRI);
        assertThat(suggested(id)).doesNotContain(DMITRI.id());
    }

    @Test
    void knowsWhoReviewedTheSystemLately() {
        cast.decides(CHLOE, cast.inReview(ADA, cast.document()), ChangePlan.REVIEW, Answer.APPROVE);
        ChangeId id = cast.inReview(ADA, cast.document());
        assertThat(suggestions.forChange(cast.change(id), Suggestions.MANY))
                .filteredOn(one -> one.id().equals(CHLOE.id()))
                .singleElement()
                .satisfies(one -> assertThat(one.reasons())
                        .contains(new Reason.Knows(cast.change(id).systems().stream()
                                .map(key ->
                                        beans.getBean(Systems.class).get(key).name())
                                .toList())));
    }

    @Test
    void refusesToAskInSomebodyElsesMatterOrWhoIsNotFree() {
        ChangeId id = cast.inReview(ADA, cast.document().withCoAuthors(BEN));
        refuses("reviews.not-permitted", id, FARID, DMITRI.id());
        refuses("reviews.not-permitted", id, CHLOE, DMITRI.id());
        assertThat(refuses("reviews.cannot-be-asked", id, ADA, BEN.id())).contains("but ben is its co-author");
        refuses("reviews.cannot-be-asked", id, ADA, ELENA.id());
        refuses("identity.unknown-person", id, ADA, new PersonId("nobody"));
        asks.ask(id, BEN, DMITRI.id());
        refuses("reviews.cannot-be-asked", id, ADA, DMITRI.id());
        reviews.claim(cast.task(id, ChangePlan.REVIEW).id(), DMITRI);
        assertThat(refuses("reviews.cannot-be-asked", id, ADA, CHLOE.id())).contains("all its reviews are claimed");
        cast.decides(DMITRI, id, ChangePlan.REVIEW, Answer.REJECT);
        refuses("reviews.not-in-review", id, ADA, CHLOE.id());
    }

    private List<ChangeId> changes(Person person) {
        return waiting.toDecide(person).stream()
                .map(decision -> decision.seat().change().id())
                .toList();
    }

    private Nudge nudge(Person person, ChangeId id) {
        return waiting.toDecide(person).stream()
                .filter(decision -> decision.seat().change().id().equals(id))
                .findFirst()
                .flatMap(Waiting.Decision::nudge)
                .orElseThrow();
    }

    private List<PersonId> suggested(ChangeId id) {
        return suggestions.forChange(cast.change(id), Suggestions.MANY).stream()
                .map(Suggestion::id)
                .toList();
    }

    private String refuses(String code, ChangeId id, Person by, PersonId whom) {
        return assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> asks.ask(id, by, whom))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code))
                .actual()
                .sentence();
    }
}
