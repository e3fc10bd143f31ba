package dev.countersign.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.countersign.changes.ChangeDocument;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Drafts;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.local.Browsers;
import dev.countersign.local.OnRealStack;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnRealStack
class DeskIT {

    private static final String REVIEW = "review-change";

    @LocalServerPort
    private int port;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Changes changes;

    @Autowired
    private People people;

    @Autowired
    private Roads roads;

    @Autowired
    private Clock clock;

    private Playwright playwright;
    private Browser browser;
    private ChangeId change;

    @BeforeEach
    void submitAChangeAndWaitForItsReview() {
        playwright = Browsers.playwright();
        browser = Browsers.launch(playwright);
        Person ada = people.get(new PersonId("ada"));
        change = drafts.begin(ada, document().title(), "{}");
        changes.submit(change, ada, document());
        await().atMost(Duration.ofMinutes(2))
                .until(() -> roads.of(change.value())
                        .filter(road -> road.now().contains(REVIEW))
                        .isPresent());
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
        playwright.close();
    }

    @Test
    void drawsTheTokenWhereReviewersAreAskedWithoutAnyException() {
        try (Visitor ines = Visitor.at(browser, port, "ines")) {
            Page page = ines.open("/changes/" + change + "/diagram");
            page.locator(".picture[data-drawn=yes]").waitFor();

            assertThat(marked(page, "now", REVIEW).isVisible()).isTrue();
            assertThat(marked(page, "passed", "run-checks").isVisible()).isTrue();
            assertThat(marked(page, "passed", "are-checks-green-to-plan-reviews")
                            .count())
                    .isOne();
            assertThat(page.locator(".djs-overlays .token").isVisible()).isTrue();
            assertThat(page.locator(".bjs-powered-by").isVisible()).isTrue();
            assertThat(ines.complaints()).isEmpty();
        }
    }

    @Test
    void drawsAChangeThatCameToItsEnd() {
        changes.withdraw(change, people.get(new PersonId("ada")), "The vendor found a fault.");
        await().atMost(Duration.ofMinutes(2))
                .until(() -> roads.of(change.value())
                        .filter(road -> road.passed().contains("withdrawal-complete"))
                        .isPresent());
        try (Visitor ines = Visitor.at(browser, port, "ines")) {
            Page page = ines.open("/changes/" + change + "/diagram");
            page.locator(".picture[data-drawn=yes]").waitFor();
            assertThat(marked(page, "passed", "withdrawal-complete").isVisible())
                    .isTrue();
            assertThat(page.locator(".djs-overlays .token").count()).isZero();
            assertThat(ines.complaints()).isEmpty();
        }
    }

    @Test
    void saysTheSameInWordsWithoutScript() {
        try (Visitor ines = Visitor.withoutScript(browser, port, "ines")) {
            Page page = ines.open("/changes/" + change + "/diagram");
            assertThat(page.locator(".road [aria-current=step]").textContent()).contains("Review change", "here now");
            assertThat(page.locator(".picture").isHidden()).isTrue();
        }
    }

    @Test
    void asksReviewersAndTellsTheAuthorWhoIsAsked() {
        try (Visitor ben = Visitor.at(browser, port, "ben");
                Visitor ada = Visitor.at(browser, port, "ada")) {
            assertThat(row(ben.open("/desk"), "todo").textContent()).contains("Review");
            assertThat(row(ada.open("/desk"), "pending").textContent()).contains("In review", "reviewers");
            assertThat(row(ada.open("/desk"), "todo").count()).isZero();
        }
    }

    @Test
    void givesAuditorsNothingThatWrites() {
        try (Visitor ines = Visitor.at(browser, port, "ines")) {
            for (String path :
                    List.of("/desk", "/journal", "/journal/verify?after=", "/changes/" + change, "/changes")) {
                Page page = ines.open(path);
                assertThat(page.title()).as(path).doesNotContain("failed", "not allowed");
                assertThat(page.locator("form[method=post]").count()).as(path).isOne();
                assertThat(page.locator("form[method=post]").getAttribute("action"))
                        .isEqualTo("/logout");
            }
        }
    }

    @Test
    void showsTheTimelineWithItsProof() {
        try (Visitor ines = Visitor.at(browser, port, "ines")) {
            Page page = ines.open("/changes/" + change + "?tab=record");
            assertThat(page.locator("main").textContent()).contains("submitted revision 1", "is intact");
        }
    }

    @Test
    void putsNoBarrierInAnybodysWay() {
        try (Visitor light = Visitor.at(browser, port, "ines");
                Visitor dark = Visitor.inTheDarkOnATelephone(browser, port, "elena")) {
            for (String path : List.of(
                    "/desk", "/journal", "/journal/verify?subject=" + change, "/changes/" + change + "/diagram")) {
                for (Visitor visitor : List.of(light, dark)) {
                    visitor.open(path).waitForLoadState();
                    assertThat(visitor.barriers()).as(path).isEmpty();
                }
            }
        }
    }

    private static Locator marked(Page page, String mark, String element) {
        return page.locator(".djs-element.%s[data-element-id=%s]".formatted(mark, element));
    }

    private Locator row(Page page, String heading) {
        return page.locator("[role=region][aria-labelledby=%s] tr".formatted(heading))
                .filter(new Locator.FilterOptions().setHasText(change.value()));
    }

    private ChangeDocument document() {
        Instant now = clock.instant();
        return new ChangeDocument(
                "Raise the pool of connections",
                List.of("checkout-api"),
                ChangeDocument.Kind.CONFIGURATION,
                ChangeDocument.Environment.PRODUCTION,
                "storefront/checkout",
                List.of("0123456789abcdef0123456789abcdef01234567"),
                "",
                null,
                "Orders wait for connections at the peak.",
                List.of(new ChangeDocument.Step("Set the pool to 40", "The gauge shows 40", "Set it to 20")),
                ChangeDocument.BlastRadius.ONE_ZONE,
                "",
                false,
                false,
                "",
                "Set the pool to 20",
                5,
                LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(10),
                "pool-exhausted",
                60,
                now.plus(Duration.ofHours(1)),
                now.plus(Duration.ofHours(5)),
                ChangeDocument.AiInvolvement.NONE,
                "",
                List.of(),
                null,
                List.of());
    }
}
