package dev.countersign.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import dev.countersign.changes.Status;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A leader's decision takes a log-in of its own: fresh, by hand, by the same person, and for this decision only. */
@OnRealStack
class StepUpIT {

    private static final String NOTHING_CAME_BACK = "You did not log in again";

    @LocalServerPort
    int port;

    @Autowired
    Staging staging;

    @Autowired
    JdbcClient sql;

    private Visitors visitors;

    @BeforeEach
    void open() {
        visitors = Visitors.of(port);
        staging.addendum();
    }

    @Test
    void recordsNothingBeforeTheDirectorHasLoggedInAndConfirmed() {
        String change = staging.awaitingSignOff("Signed by a director who shows that it is them");
        Visitor elena = visitors.get("elena").open("/reviews/" + staging.task(change));
        elena.choose("Sign off").fill("comment", "Read the plan twice.").press("Record my decision");
        assertThat(elena.isAskedForPassword()).isTrue();
        assertThat(staging.status(change)).isEqualTo(Status.SIGN_OFF);

        elena.logInOnceMore();
        assertThat(elena.text()).contains("Nothing is recorded yet");
        assertThat(elena.value("comment")).isEqualTo("Read the plan twice.");
        assertThat(staging.status(change)).isEqualTo(Status.SIGN_OFF);
        elena.press("Confirm my decision");
        assertThat(elena.text()).contains("is on the record");
        assertThat(spentOn(change)).isOne();
    }

    @Test
    void keepsWhatWasTypedThoughTheChangeIsGoneMeanwhile() {
        String change = staging.awaitingSignOff("Withdrawn while the director shows that it is them");
        Visitor elena = visitors.get("elena").open("/reviews/" + staging.task(change));
        elena.choose("Sign off").fill("comment", "Read the plan thrice.").press("Record my decision");
        Visitor ada = visitors.get("ada").open("/changes/" + change + "/withdrawal");
        ada.fill("reason", "The season begins tomorrow.").press("Withdraw it");
        elena.logInOnceMore();
        assertThat(elena.text())
                .contains("Your decision came too late", "Read the plan thrice.")
                .doesNotContain("confirm it");
    }

    @Test
    void countsForOneDecisionOnly() {
        String one = staging.awaitingSignOff("The first of two in a row");
        String other = staging.awaitingSignOff("The second of two in a row");
        Visitor elena = visitors.get("elena").open("/reviews/" + staging.task(one));
        elena.choose("Sign off").decide();
        assertThat(elena.text()).contains("is on the record");

        elena.open("/reviews/" + staging.task(other)).choose("Sign off").press("Record my decision");
        assertThat(elena.isAskedForPassword()).isTrue();
        assertThat(staging.status(other)).isEqualTo(Status.SIGN_OFF);
    }

    @Test
    void countsForTheDecisionThatItWasAskedForOnly() {
        String meant = staging.awaitingSignOff("The one that the director read");
        String other = staging.awaitingSignOff("The one that somebody slips in");
        Visitor elena = visitors.get("elena").open("/reviews/" + staging.task(meant));
        elena.choose("Sign off").press("Record my decision").logInOnceMore();
        elena.open("/reviews/" + staging.task(other)).choose("Sign off").press("Record my decision");
        assertThat(elena.isAskedForPassword()).isTrue();
        assertThat(staging.status(other)).isEqualTo(Status.SIGN_OFF);
    }

    @Test
    void endsAfterFiveMinutes() {
        String change = staging.awaitingSignOff("Left for a coffee before confirming");
        Visitor elena = visitors.get("elena").open("/reviews/" + staging.task(change));
        elena.choose("Sign off").press("Record my decision").logInOnceMore();
        RealStack.shared().moveClock(Duration.ofMinutes(6));
        elena.press("Confirm my decision");
        assertThat(elena.isAskedForPassword()).isTrue();
        elena.logInOnceMore().press("Confirm my decision");
        assertThat(elena.text()).contains("is on the record");
    }

    @Test
    void takesNoAnswerThatKeycloakGaveFromASession() {
        String change = staging.awaitingSignOff("Signed by an open browser");
        Visitor elena = visitors.get("elena").open("/reviews/" + staging.task(change));
        elena.choose("Sign off").fill("comment", "Nobody is here.").press("Record my decision");
        assertThat(elena.isAskedForPassword()).isTrue();
        elena.page().navigate(elena.page().url().replaceAll("[?&](prompt|max_age)=[^&]*", ""));

        elena.page().waitForURL(Pattern.compile(".*/reviews/.*"));
        assertThat(elena.text()).contains(NOTHING_CAME_BACK);
        assertThat(elena.value("comment")).isEqualTo("Nobody is here.");
        elena.press("Record my decision");
        assertThat(elena.isAskedForPassword()).isTrue();
        assertThat(staging.status(change)).isEqualTo(Status.SIGN_OFF);
    }

    @Test
    void takesNoLogInOfSomebodyElse() {
        String change = staging.awaitingSignOff("Signed by the director next door");
        Visitor elena = visitors.fresh("elena").logIn().open("/reviews/" + staging.task(change));
        elena.choose("Sign off").press("Record my decision");
        String atKeycloak = elena.page().url();
        elena.page().context().clearCookies(new ClearCookiesOptions().setName(Pattern.compile("^(?!countersign$).*")));
        elena.page().navigate(atKeycloak);
        elena.page().fill("#username", "farid");
        elena.page().fill("#password", "farid");
        elena.page().click("#kc-login");

        elena.page().waitForURL(Pattern.compile(".*/reviews/.*"));
        assertThat(elena.text()).contains(NOTHING_CAME_BACK);
        assertThat(staging.status(change)).isEqualTo(Status.SIGN_OFF);
    }

    @Test
    void worksWithoutScript() {
        String change = staging.awaitingSignOff("Signed in a browser without script");
        Visitor elena = visitors.withoutScript("elena").logIn().open("/reviews/" + staging.task(change));
        elena.choose("Sign off").decide();
        assertThat(elena.text()).contains("is on the record");
        assertThat(staging.status(change)).isEqualTo(Status.APPROVED);
    }

    @Test
    void asksLeadersWhoVoteOnThePolicy() {
        String draft = staging.draft("A draft that takes two log-ins");
        staging.propose(draft);
        Visitor hugo = visitors.get("hugo").open("/policy/drafts/" + draft);
        hugo.choose("Approve").press("Record my decision");
        assertThat(hugo.isAskedForPassword()).isTrue();
        hugo.logInOnceMore();
        hugo.press("Confirm my decision");
        assertThat(hugo.text()).doesNotContain("Nothing is recorded yet").contains("Approved");
    }

    private int spentOn(String change) {
        return sql.sql("SELECT count(*) FROM identity.step_up_use WHERE matter LIKE :matter AND length(decided) = 32")
                .param("matter", "sign-off-change of " + change + ", revision %")
                .query(Integer.class)
                .single();
    }
}
