package dev.countersign.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Cast;
import dev.countersign.Personas;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Status;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import dev.countersign.reviews.Answer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Ben reviews a change of Chloe's, who approved one of his before, and takes it over from somebody who left it. */
@OnRealStack
class TiesJourneyIT {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext beans;

    @Autowired
    Staging staging;

    private final Tour tour = new Tour();
    private Visitors visitors;
    private Cast cast;

    @BeforeEach
    void open() {
        visitors = Visitors.of(port);
        cast = Cast.in(beans);
    }

    /** Until the approvals tie nobody any more. */
    @AfterEach
    void untie() {
        RealStack.shared().moveClock(Duration.ofDays(15));
        assertThat(visitors.complaints()).isEmpty();
        assertThat(tour.findings()).isEmpty();
    }

    @Test
    void reviewerSaysThatATieDoesNotSwayThemAndItStandsBesideTheVerdict() {
        cast.decides(Personas.CHLOE, cast.inReview(Personas.BEN, cast.document()), ChangePlan.REVIEW, Answer.APPROVE);
        var id = cast.inReview(Personas.CHLOE, cast.document());
        var page = "/reviews/" + staging.task(id.value());
        visitors.get("dmitri").open(page).press("Claim");
        assertThat(visitors.get("ben").open(page).offers("Take it over")).isFalse();
        RealStack.shared().moveClock(Duration.ofHours(8));

        var ben = visitors.get("ben").open(page);
        ben.press("Take it over");
        assertThat(ben.text()).contains("It is yours now", "Chloe Laurent, who wrote it, approved a change of yours");
        tour.look(ben, "tied");
        ben.open(page).choose("Approve").press("Record my decision");
        assertThat(ben.text()).contains("You can't approve", "Declare that it does not sway you");
        ben.choose("That does not sway me").press("Record my decision");
        assertThat(ben.text()).contains("is on the record");
        assertThat(staging.status(id.value())).isEqualTo(Status.APPROVED);
        var ada = visitors.get("ada").open("/changes/" + id).tab("Conversation");
        assertThat(ada.text()).contains("Chloe Laurent, who wrote it, recently approved a change by them");
        tour.look(ada, "tied-change");
        assertThat(ada.tab("Record").text()).contains("that dmitri had claimed");
    }
}
