package dev.countersign.reviews;

import static dev.countersign.Personas.ADA;
import static dev.countersign.Personas.BEN;
import static dev.countersign.Personas.CHLOE;
import static dev.countersign.Personas.DMITRI;
import static dev.countersign.Personas.ELENA;
import static dev.countersign.Personas.FARID;
import static dev.countersign.identity.SignIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.countersign.Cast;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.identity.FormNumber;
import dev.countersign.local.OnRealStack;
import dev.countersign.refusals.Refusal;
import dev.countersign.reviews.Bulk.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Many decisions at a press: each is answered as if it had been asked for alone. */
@OnRealStack
class BulkIT {

    @Autowired
    private BeanFactory beans;

    @Autowired
    private Bulk bulk;

    @Autowired
    private Claims claims;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private MockMvcTester pages;

    private final Map<ChangeId, Long> tasks = new HashMap<>();

    private Cast cast;

    @BeforeEach
    void meet() {
        cast = Cast.in(beans);
    }

    @Test
    void claimsWhatMayBeClaimedAndSaysWhyNotOfTheRest() {
        long free = review(cast.inReview(ADA, cast.document()));
        long written = review(cast.inReview(BEN, cast.document()));
        long another = review(cast.inReview(ADA, cast.document()));
        long decided = review(decided());

        Outcome outcome = bulk.claim(List.of(free, written, another, free, decided), BEN);

        assertThat(outcome.done()).isEqualTo(2);
        assertThat(outcome.gone()).isEqualTo(1);
        assertThat(outcome.refused()).extracting(Refusal::code).containsExactly("changes.duty-taken");
        assertThat(claims.holder(free)).contains(BEN.id());
        assertThat(claims.holder(another)).contains(BEN.id());
        assertThat(claims.holder(written)).isEmpty();
        assertThat(bulk.claim(List.of(free, another), BEN).refused()).isEmpty();
        assertThat(bulk.claim(List.of(free), CHLOE).refused())
                .extracting(Refusal::code)
                .containsExactly("reviews.not-permitted");
    }

    /** A form is carried out in one transaction; a refusal in it must not take back what was done beside it. */
    @Test
    void handsOverWhatMayBeHandedOverThoughTheRestIsRefused() {
        long theirs = review(cast.inReview(DMITRI, cast.document()));
        long free = review(cast.inReview(ADA, cast.document()));

        Outcome outcome = Objects.requireNonNull(new TransactionTemplate(transactions)
                .execute(_ -> bulk.reassign(List.of(theirs, free), ELENA, DMITRI.id(), "Chloe is on leave today.")));

        assertThat(outcome.done()).isEqualTo(1);
        assertThat(outcome.refused()).extracting(Refusal::code).containsExactly("reviews.cannot-be-given");
        assertThat(claims.holder(free)).contains(DMITRI.id());
        assertThat(claims.holder(theirs)).isEmpty();
        assertThat(bulk.reassign(List.of(free), FARID, CHLOE.id(), "Not of my department.")
                        .refused())
                .extracting(Refusal::code)
                .containsExactly("reviews.not-permitted");
        assertThat(claims.holder(free)).contains(DMITRI.id());
    }

    @Test
    void leadsBackToTheListAsItWasFilteredAndSaysWhatCameOfIt() {
        ChangeId free = cast.inReview(ADA, cast.document());
        ChangeId written = cast.inReview(BEN, cast.document());

        var answer = pages.post()
                .uri("/reviews/ticked")
                .with(as(BEN))
                .with(csrf())
                .param("task", "" + review(free), "" + review(written))
                .param("sort", "window")
                .param("text", "{basket} & more")
                .exchange();

        assertThat(answer).hasStatus(302);
        assertThat(answer.getResponse().getRedirectedUrl())
                .isEqualTo("/reviews?text=%7Bbasket%7D%20%26%20more&sort=window");
        assertThat(answer.getMvcResult().getFlashMap().get("said")).isEqualTo("You claimed 1 decision.");
        assertThat(answer.getMvcResult().getFlashMap().get("notDone"))
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .singleElement()
                .asString()
                .startsWith("You can't review " + written);
    }

    /** The address says which decisions; the form has no question about them. */
    @Test
    void handsOverWhatTheAddressNamesByTheFormOfItsPage() {
        long theirs = review(cast.inReview(DMITRI, cast.document()));
        long free = review(cast.inReview(ADA, cast.document()));

        var answer = pages.post()
                .uri("/reviews/reassignments?task={theirs}&task={free}", theirs, free)
                .with(as(ELENA))
                .with(csrf())
                .param(FormNumber.FIELD, FormNumber.fresh().value().toString())
                .param("whom", DMITRI.id().value())
                .param("reason", "Chloe is on leave today.")
                .exchange();

        assertThat(answer).hasStatus(302).hasRedirectedUrl("/reviews");
        assertThat(answer.getMvcResult().getFlashMap().get("said"))
                .isEqualTo("You handed 1 decision to Dmitri Volkov.");
        assertThat(claims.holder(free)).contains(DMITRI.id());
        assertThat(claims.holder(theirs)).isEmpty();
    }

    @Test
    void refusesMoreThanAPageHas() {
        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> bulk.claim(LongStream.rangeClosed(1, 201).boxed().toList(), CHLOE));
        assertThat(refusal.code()).isEqualTo("reviews.too-many-at-once");
    }

    private long review(ChangeId id) {
        // Where it was decided it is no longer there to be found.
        return tasks.computeIfAbsent(
                id, one -> cast.task(one, ChangePlan.REVIEW).id());
    }

    private ChangeId decided() {
        ChangeId id = cast.inReview(ADA, cast.document());
        review(id);
        cast.decides(CHLOE, id, ChangePlan.REVIEW, Answer.REJECT);
        return id;
    }
}
