package dev.countersign.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.local.OnRealStack;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnRealStack
class SessionIT {

    @LocalServerPort
    int port;

    @Autowired
    Clock clock;

    @Autowired
    Staging staging;

    private Visitors visitors;

    @BeforeEach
    void open() {
        visitors = Visitors.of(port);
        staging.addendum();
    }

    @AfterEach
    void hearsNoComplaintOfABrowser() {
        assertThat(visitors.complaints()).isEmpty();
    }

    @Test
    void logsOutOfKeycloakToo() {
        var jonas = visitors.fresh("jonas").logIn();
        jonas.press("Log out");
        assertThat(jonas.isAskedForPassword()).isTrue();
        assertThat(jonas.open("/changes").isAskedForPassword()).isTrue();
    }

    @Test
    void losesNothingTypedAndSubmitsNothingWhenTheSessionHasEnded() {
        var ada = visitors.get("ada").open("/changes/new");
        var title = unique("Typed before the session ended");
        new ChangeSheet(clock).fill(ada, title, ChangeSheet.commit());
        var opens = ada.value("windowStart");
        ada.loseSession();
        ada.press("Submit for review");
        assertThat(ada.path()).isEqualTo("/changes/new");
        assertThat(ada.text()).contains("Your session had ended; nothing was submitted.");
        assertThat(ada.value("title")).isEqualTo(title);
        assertThat(ada.value("steps-0-undo")).isEqualTo("Set the timeout back to two seconds");
        assertThat(ada.value("windowStart")).isEqualTo(opens);
        assertThat(changesNamed(title, visitors.get("ben"))).isZero();
        ada.press("Submit for review");
        assertThat(ada.text()).contains("Revision 1 is submitted.");
    }

    @Test
    void losesNothingTypedWhenThePasswordIsAskedForAgain() {
        var chloe = visitors.fresh("chloe").logIn().open("/changes/new");
        chloe.fill("title", "Typed the evening before");
        chloe.forgetEverything();
        chloe.press("Save as draft");
        assertThat(chloe.isAskedForPassword()).isTrue();
        chloe.enterPassword();
        assertThat(chloe.value("title")).isEqualTo("Typed the evening before");
        assertThat(chloe.text()).contains("nothing was submitted");
    }

    @Test
    void keepsWhatAnOldTabSends() {
        var ada = visitors.get("ada").open("/changes/new");
        ada.fill("title", "Kept in the first tab").press("Save as draft");
        var old = ada.tab().open(ada.path());
        ada.fill("title", "Kept in the first tab again").press("Save as draft");
        old.fill("title", "Typed in the second tab").press("Save as draft");
        assertThat(old.text()).contains("was saved in another tab");
        assertThat(old.value("title")).isEqualTo("Typed in the second tab");
        old.press("Save as draft");
        assertThat(old.text()).contains("Your draft is saved");
        old.page().close();
    }

    @Test
    void submitsOnceWhatIsSentTwice() {
        var ada = visitors.get("ada").open("/changes/new");
        var title = unique("Pressed twice in a hurry");
        new ChangeSheet(clock).fill(ada, title, ChangeSheet.commit());
        ada.button("Submit for review").dblclick();
        ada.find(".line .badge").first().waitFor();
        assertThat(ada.text()).contains(title, "Revision 1 is submitted.");
        assertThat(changesNamed(title, ada)).isOne();
    }

    @Test
    void recordsADecisionOnceAndKeepsOneThatComesTooLate() {
        var title = "Decided twice in a hurry";
        var change = staging.awaitingSignOff(title);
        var elena = visitors.get("elena").open("/reviews/" + staging.task(change));
        var old = elena.tab().open(elena.path()).choose("Decline").fill("reason", "I have changed my mind.");
        elena.choose("Sign off").button("Record my decision").dblclick();
        elena.logInOnceMore().button("Confirm my decision").dblclick();
        elena.find("text=is on the record").waitFor();
        old.press("Record my decision");
        assertThat(old.text())
                .contains("You have already decided", "approved, on revision 1", "I have changed my mind.");
        old.page().close();
    }

    /** A tab that was open before shows the form still, and the words of an answer can carry another one. */
    @ParameterizedTest
    @CsvSource({"Ask for changes, Reject, asked for changes", "Abstain, Ask for changes, abstained"})
    void confirmsNoDecisionThatIsNotTheOneOnTheRecord(String first, String second, String recorded) {
        var change = staging.inReview("Answered in other words: " + first);
        var chloe = visitors.get("chloe").open("/reviews/" + staging.task(change));
        var old = chloe.tab().open(chloe.path()).choose(second);
        old.fill("reason", "Three minutes is too long for the till.");
        chloe.choose(first).fill("reason", "Three minutes is too long for the till.");
        chloe.press("Record my decision");
        assertThat(chloe.text()).contains("is on the record");
        old.press("Record my decision");
        assertThat(old.text())
                .contains("You have already decided", recorded + ", on revision 1", "which was not recorded")
                .doesNotContain("Your decision is on the record");
        old.page().close();
    }

    @Test
    void saysAtItsFieldWhatIsTooLong() {
        var ada = visitors.get("ada").open("/changes/new");
        ada.fill("title", "t".repeat(121)).fill("why", "w".repeat(30_000)).press("Submit for review");
        assertThat(ada.find("#f-title-error").innerText()).contains("120");
        assertThat(ada.find("#f-why-error").innerText()).contains("too long");
        assertThat(ada.value("why")).hasSize(30_000);
    }

    @Test
    void carriesOverWhatIsTypedWhileTheFormIsRedrawn() {
        var ada = visitors.get("ada").open("/changes/new");
        ada.page().route("**/changes/new", route -> {
            ada.fill("title", "Typed while the server was thinking");
            route.resume();
        });
        ada.choose("Global");
        ada.find("#f-waves").waitFor();
        ada.page().unroute("**/changes/new");
        assertThat(ada.value("title")).isEqualTo("Typed while the server was thinking");
    }

    /** Each request takes along what the one before it brings back: a lost system could lower the tier. */
    @Test
    void losesNoSystemThatIsAddedWhileAnotherIsOnItsWay() {
        var ada = visitors.get("ada").open("/changes/new");
        ada.fill("systems-more", "checkout").press("Add to Systems");
        ada.find("#f-systems-error").waitFor();
        assertThat(ada.find("#f-systems-error").innerText()).contains("choices with ‘checkout’");
        ada.fill("systems-more", "Checkout API (tier 1)");
        ada.page().route("**/changes/new", route -> {
            ada.page().unroute("**/changes/new");
            ada.fill("systems-more", "Cart API (tier 1)")
                    .button("Add to Systems")
                    .click();
            route.resume();
        });
        ada.button("Add to Systems").click();
        ada.find("input[name=systems][value=cart-api]:checked").waitFor();
        assertThat(ada.find("input[name=systems][value=checkout-api]:checked").count())
                .isOne();
    }

    @Test
    void keepsWhatWasTypedThroughAWrongClick() {
        var ada = visitors.get("ada").open("/changes/new");
        ada.fill("title", "Typed before a wrong click").fill("steps-0-action", "Raise it");
        ada.whileRedrawn("/changes/new", () -> ada.choose("Global"));
        ada.fill("waves", "One zone after the other");
        ada.page()
                .waitForResponse(
                        answer -> answer.url().endsWith("/changes/typing"),
                        () -> ada.fill("repository", "storefront/checkout"));
        ada.open("/changes").page().goBack();
        assertThat(ada.text()).contains("What you typed is not sent yet");
        assertThat(ada.value("title")).isEqualTo("Typed before a wrong click");
        assertThat(ada.value("repository")).isEqualTo("storefront/checkout");
        assertThat(ada.value("steps-0-action")).isEqualTo("Raise it");
        assertThat(ada.value("waves")).isEqualTo("One zone after the other");
        ada.press("Save as draft");
        assertThat(ada.text()).contains("Your draft is saved");
        assertThat(ada.open("/changes/new").value("title")).isEmpty();
    }

    @Test
    void throwsAwayWhatWasTypedWhenItsAuthorSaysSo() {
        var ada = visitors.get("ada").open("/changes/new");
        ada.page()
                .waitForResponse(
                        answer -> answer.url().endsWith("/changes/typing"), () -> ada.fill("title", "Not this one"));
        ada.open("/changes/new").press("Throw it away and begin anew");
        assertThat(ada.text()).contains("is discarded").doesNotContain("is not sent yet");
        assertThat(ada.value("title")).isEmpty();
    }

    @Test
    void bringsEachTabToItsPageWhenOneOfThemLogsIn() {
        var chloe = visitors.fresh("chloe").open("/reviews");
        var others = Stream.of("/changes", "/registry", "/desk")
                .map(path -> Map.entry(path, chloe.tab().open(path)))
                .toList();
        chloe.enterPassword();
        assertThat(chloe.path()).isEqualTo("/reviews");
        others.forEach(tab -> {
            tab.getValue().page().waitForURL("**" + tab.getKey());
            tab.getValue().find("main h1").waitFor();
            assertThat(tab.getValue().path()).isEqualTo(tab.getKey());
            tab.getValue().page().close();
        });
    }

    @Test
    void grantsNothingForARoleItDoesNotKnow() {
        new KeycloakAdmin().addAccount("mallory", "mallory", "superuser");
        var mallory = visitors.fresh("mallory").open("/changes");
        mallory.enterPassword();
        for (var path :
                new String[] {"/changes", "/changes/new", "/reviews", "/journal", "/registry", "/policy", "/desk"}) {
            assertThat(mallory.status(path)).as(path).isEqualTo(403);
        }
        assertThat(mallory.find("nav a").count()).isZero();
    }

    /** Counted by its title, on a stack that others may have written on. */
    private static String unique(String title) {
        return title + " " + UUID.randomUUID().toString().substring(0, 8);
    }

    private static int changesNamed(String title, Visitor reader) {
        return reader.tab()
                .open("/changes?text=" + title.replace(' ', '+'))
                .find("tbody tr")
                .count();
    }
}
