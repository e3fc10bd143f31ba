package dev.countersign.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.countersign.local.OnRealStack;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnRealStack
class LogInPageIT {

    @LocalServerPort
    int port;

    @Autowired
    Staging staging;

    private final Tour tour = new Tour();
    private Visitors visitors;

    @BeforeEach
    void open() {
        visitors = Visitors.of(port);
        staging.addendum();
    }

    @Test
    void offersThePeopleOfTheDemoAndSaysWhatWaitsForThem() {
        staging.inReview("Rename the price columns");
        var somebody = visitors.fresh("nobody").open("/desk");
        somebody.find("[data-person=chloe].now").waitFor();
        assertThat(somebody.find(".people button").count()).isEqualTo(10);
        tour.look(somebody, "log-in");
        somebody.page().fill("#username", "ada");
        somebody.page().fill("#password", "wrong");
        somebody.page().click("#kc-login");
        somebody.find("#input-error-username").waitFor();
        tour.look(somebody, "log-in-wrong");
        assertThat(tour.findings()).isEmpty();
    }

    /** A story of five people takes a minute: log out, press the next one's button. */
    @Test
    void changesThePersonInTwoClicks() {
        var somebody = visitors.fresh("nobody").open("/desk");
        become(somebody, "Ada Okafor");
        somebody.press("Log out");
        become(somebody, "Chloe Laurent");
        assertThat(somebody.complaints()).isEmpty();
    }

    /** Who signs must say once more who they are; nobody else can do it for them, so nobody else is offered. */
    @Test
    void offersALeaderWhoLogsInOnceMoreTheirOwnButtonOnly() {
        var signOff = staging.awaitingSignOff("Trim the log of the yard");
        var elena = visitors.fresh("elena").open("/desk");
        become(elena, "Elena Marchetti");
        elena.letTheSecondPass();
        elena.open("/reviews/" + staging.task(signOff)).choose("Sign off").press("Record my decision");
        elena.find("#password").waitFor();
        assertThat(elena.find(".people button").count()).isEqualTo(1);
        tour.look(elena, "log-in-once-more");
        become(elena, "Elena Marchetti");
        elena.press("Confirm my decision");
        assertThat(elena.text()).contains("is on the record");
        assertThat(tour.findings()).isEmpty();
    }

    private static void become(Visitor visitor, String name) {
        visitor.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)))
                .click();
        visitor.find(".who").waitFor();
        assertThat(visitor.find(".who").innerText()).contains(name);
    }
}
