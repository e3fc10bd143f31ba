package dev.countersign.desk;

import static dev.countersign.Personas.ADA;
import static dev.countersign.Personas.CHLOE;
import static dev.countersign.Personas.DMITRI;
import static dev.countersign.Personas.ELENA;
import static dev.countersign.Personas.GRACE;
import static dev.countersign.Personas.HUGO;
import static dev.countersign.Personas.INES;
import static dev.countersign.Personas.JONAS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dev.countersign.Cast;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.identity.SignIn;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import dev.countersign.policy.Addenda;
import dev.countersign.policy.AddendumId;
import dev.countersign.policy.Proposal;
import dev.countersign.policy.Scope;
import dev.countersign.refusals.Refusal;
import dev.countersign.registry.AiRelated;
import dev.countersign.registry.Incident;
import dev.countersign.registry.Incidents;
import dev.countersign.registry.Proposals;
import dev.countersign.reviews.Answer;
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
import org.springframework.test.web.servlet.MockMvc;

/** The report on an addendum, over changes that people took down the road. */
@OnRealStack
class SunsetIT {

    @Autowired
    ApplicationContext beans;

    @Autowired
    Addenda addenda;

    @Autowired
    Incidents incidents;

    @Autowired
    Proposals proposals;

    @Autowired
    Sunsets sunsets;

    @Autowired
    MockMvc house;

    @Autowired
    Clock clock;

    private Cast cast;
    private AddendumId id;

    @BeforeEach
    void putInForce() {
        cast = Cast.in(beans);
        id = addenda.propose(
                        new Proposal(
                                "Friction for the cart",
                                "Three outages in one month.",
                                30,
                                new Scope.Systems(List.of("cart-console")),
                                Optional.empty()),
                        GRACE)
                .id();
        addenda.decide(id, HUGO, true, "Agreed.");
        RealStack.shared().moveClock(Duration.ofMinutes(1));
    }

    @AfterEach
    void end() {
        addenda.amend(id, Optional.empty(), "The test is over.", ELENA);
        addenda.decideAmendment(id, 1, HUGO, true, "");
    }

    @Test
    void tellsWhatEachControlCostAndStopped() {
        ChangeId stopped = submitted();
        cast.seats(stopped, 2);
        cast.decides(CHLOE, cast.seats(stopped, 2).get(0), Answer.APPROVE);
        RealStack.shared().moveClock(Duration.ofHours(2));
        cast.decides(DMITRI, stopped, ChangePlan.REVIEW, Answer.REJECT);
        ChangeId declined = submitted();
        cast.decides(CHLOE, cast.seats(declined, 2).get(0), Answer.APPROVE);
        cast.decides(DMITRI, cast.seats(declined, 1).get(0), Answer.APPROVE);
        RealStack.shared().moveClock(Duration.ofHours(3));
        cast.decides(ELENA, declined, ChangePlan.SIGN_OFF, Answer.REJECT);

        Sunset sunset = sunsets.of(id);
        assertThat(sunset.changes()).isEqualTo(2);
        assertThat(sunset.systems()).isOne();
        assertThat(sunset.controls())
                .extracting(Control::kind, Control::asked, Control::people, Control::stopped)
                .containsExactly(tuple(Control.Kind.SECOND_REVIEW, 2, 1, 1), tuple(Control.Kind.DIRECTOR, 2, 1, 1));
        assertThat(sunset.controls().get(0).p90().orElseThrow()).isBetween(Duration.ofHours(2), Duration.ofHours(3));
        assertThat(sunset.controls().get(1).median().orElseThrow()).isBetween(Duration.ofHours(3), Duration.ofHours(4));
        assertThat(sunset.stopped().rejections()).isEqualTo(2);
    }

    @Test
    void comparesTheHarmBeforeAndDuring() {
        RealStack.shared().moveClock(Duration.ofDays(2));
        Instant began = sunsets.of(id).from();
        happened(began.minus(Duration.ofDays(1)), 120, false);
        happened(began.minus(Duration.ofDays(5)), 7_000, false);
        happened(began.plus(Duration.ofDays(1)), 3, true);
        Sunset sunset = sunsets.of(id);
        assertThat(sunset.before()).isEqualTo(new Sunset.Harm(1, 0, 120, 0));
        assertThat(sunset.during()).isEqualTo(new Sunset.Harm(1, 1, 3, 0));
    }

    @Test
    void isAPageForEverybodyAndAFile() throws Exception {
        cast.seats(submitted(), 2);
        String page = body("/policy/addenda/%s/report".formatted(id));
        assertThat(page).contains("What it cost and stopped", "Second review", "Lost orders");
        assertThat(body("/policy/addenda/%s/report.csv".formatted(id)))
                .contains("part,measure,value\r\n", "Second review,asked of changes,1\r\n");
    }

    @Test
    void refusesToReportOnWhatHasNotBegun() {
        AddendumId proposed = addenda.propose(new Proposal("Not yet", "Three outages.", 3), GRACE)
                .id();
        assertThatThrownBy(() -> sunsets.of(proposed))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("desk.no-report"));
    }

    private String body(String path) throws Exception {
        var answer = house.perform(get(path).with(SignIn.as(INES))).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }

    private ChangeId submitted() {
        return cast.submitted(
                ADA,
                cast.document().with("systems", List.of("cart-console")).with("repository", "storefront/cart-console"));
    }

    private void happened(Instant at, long lostOrders, boolean noRecord) {
        var incident = new Incident(
                "",
                "The cart lost orders",
                at,
                at.plus(Duration.ofMinutes(30)),
                2,
                List.of("cart-console"),
                lostOrders,
                0,
                false,
                20,
                "",
                noRecord,
                AiRelated.NO,
                "Look twice.");
        var asked = incidents.report(incident, "Seen by the team on call.", JONAS);
        proposals.decide(asked.id(), ELENA, true, "Confirmed.");
    }
}
