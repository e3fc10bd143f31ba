package dev.countersign;

import static dev.countersign.Personas.ADA;
import static dev.countersign.Personas.BEN;
import static dev.countersign.Personas.CHLOE;
import static dev.countersign.Personas.ELENA;
import static dev.countersign.Personas.GRACE;
import static dev.countersign.Personas.HUGO;
import static dev.countersign.Personas.INES;
import static dev.countersign.Personas.JONAS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Holds;
import dev.countersign.gate.SecondKeys;
import dev.countersign.identity.Person;
import dev.countersign.identity.SignIn;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import dev.countersign.registry.Edits;
import dev.countersign.registry.Proposals;
import dev.countersign.reviews.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Nobody is offered what they would be refused. */
@OnRealStack
class ButtonsIT {

    private static final List<String> OF_A_CHANGE = List.of(
            "Amend",
            "Edit…",
            "Hand over…",
            "Hold…",
            "Withdraw…",
            "Report execution",
            "Turn the second key",
            "Lift the hold");

    @Autowired
    BeanFactory beans;

    @Autowired
    MockMvcTester pages;

    @Autowired
    Holds holds;

    @Autowired
    SecondKeys keys;

    @Autowired
    Edits edits;

    @Autowired
    Proposals proposals;

    @Autowired
    Clock clock;

    private Cast cast;

    @BeforeEach
    void call() {
        cast = Cast.in(beans);
    }

    @Test
    void offersAChangeInReviewToItsAuthorsAndAHoldToEverybody() {
        ChangeId id = cast.inReview(ADA, cast.document());
        assertThat(offered(id, ADA)).containsExactly("Edit…", "Hand over…", "Hold…", "Withdraw…");
        for (Person other : List.of(BEN, HUGO, INES)) {
            assertThat(offered(id, other)).as(other.name()).containsExactly("Hold…");
        }
    }

    @Test
    void offersNoHoldOfWhatIsHeldAndNoReleaseByASideThatHasSpoken() {
        ChangeId id = cast.inReview(ADA, cast.document());
        holds.hold(id, INES, "The alarm is silent.");
        assertThat(offered(id, INES)).containsExactly("Lift the hold");
        assertThat(offered(id, ADA)).contains("Lift the hold").doesNotContain("Hold…");
        holds.release(id, INES);
        assertThat(offered(id, INES)).isEmpty();
        assertThat(offered(id, BEN)).isEmpty();
        assertThat(offered(id, ADA)).contains("Lift the hold");
    }

    @Test
    void offersNoHoldOfWhatNobodyReviewsYet() {
        ChangeId id = cast.needsWork();
        assertThat(offered(id, INES)).isEmpty();
        assertThat(offered(id, ADA)).containsExactly("Amend", "Hand over…", "Withdraw…");
    }

    @Test
    void offersTheSecondKeyToWhoMayTurnItWhileTheWindowIsOpen() {
        ChangeId id = cast.escalated();
        cast.decides(GRACE, id, ChangePlan.ESCALATION, Answer.APPROVE);
        assertThat(offered(id, HUGO)).as("too early").containsExactly("Hold…");
        RealStack.shared().moveClock(Duration.ofMinutes(61));
        assertThat(offered(id, HUGO)).containsExactly("Hold…", "Turn the second key");
        assertThat(offered(id, CHLOE)).containsExactly("Hold…", "Turn the second key");
        assertThat(offered(id, INES)).as("no role for it").containsExactly("Hold…");
        assertThat(offered(id, ADA))
                .as("its author")
                .contains("Report execution")
                .doesNotContain("Turn the second key");
        keys.turn(id, HUGO);
        assertThat(offered(id, HUGO)).as("theirs holds").containsExactly("Hold…");
    }

    @Test
    void offersToWithdrawAProposalToWhoMadeItWhileItIsOpen() {
        var proposal = edits.override(
                "cart-console", 2, "A campaign runs.", clock.instant().plus(Duration.ofDays(9)), JONAS);
        String page = "/registry/proposals/" + proposal.id();
        assertThat(html(page, JONAS)).contains("Withdraw…</summary>");
        for (Person other : List.of(ELENA, GRACE, ADA, INES)) {
            assertThat(html(page, other)).as(other.name()).doesNotContain("Withdraw…");
        }
        proposals.withdraw(proposal.id(), JONAS);
        assertThat(html(page, JONAS)).doesNotContain("Withdraw…");
    }

    /** In the order of the list above, whatever the page's. */
    private List<String> offered(ChangeId id, Person reader) {
        String html = html("/changes/" + id, reader);
        return OF_A_CHANGE.stream()
                .filter(words -> Stream.of("</a>", "</button>").anyMatch(end -> html.contains(words + end)))
                .toList();
    }

    private String html(String page, Person reader) {
        var answer = pages.get().uri(page).with(SignIn.as(reader)).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
