package dev.countersign.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.countersign.local.OnRealStack;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnRealStack
class KeysIT {

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
    void leadsToPagesAndThroughListsWithoutAMouse() {
        staging.inReview("Split the price cache in two");
        staging.inReview("Split the price cache in three");
        var ada = visitors.get("ada").open("/desk");
        var keys = new Keys(ada);
        keys.press("g").press("c");
        arrives(ada, "/changes");
        keys.press("/").type("gd c?j");
        assertThat(ada.page().inputValue("input[name=text]")).isEqualTo("gd c?j");
        assertThat(ada.path()).isEqualTo("/changes");
        ada.open("/changes?text=price+cache");
        keys.press("j").press("j").press("Enter");
        ada.page().waitForURL(Pattern.compile(".*/changes/CHG-\\d+"));
        assertThat(ada.text()).contains("Split the price cache in two");
        keys.press("Control+c").press("c");
        arrives(ada, "/changes/new");
        assertThat(ada.complaints()).isEmpty();
    }

    @Test
    void findsAnythingThatTheReaderMaySee() {
        var change = staging.inReview("Fold the gift card ledger");
        var chloe = visitors.get("chloe").open("/policy");
        var keys = new Keys(chloe);
        keys.press("Control+k").type("gift card led");
        chloe.find("#palette-found a:has-text('" + change + "')").waitFor();
        tour.look(chloe, "palette");
        keys.press("Escape");
        assertThat(chloe.find("dialog[open]").count()).isZero();
        keys.press("Control+k").type("checkout-api");
        chloe.find("#palette-found a:has-text('Checkout API')").waitFor();
        keys.press("Enter");
        arrives(chloe, "/registry/checkout-api");
        chloe.find("#palette").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        keys.press("Control+k").type("elena");
        chloe.find("#palette-found a:has-text('Elena Marchetti')").waitFor();
        keys.press("Escape").press("?");
        chloe.find("#keys-help[open]").waitFor();
        tour.look(chloe, "keys-help");
        keys.press("Escape");
        chloe.open("/find?text=gift+card+led");
        tour.look(chloe, "find");
        chloe.open("/find?text=no-such-thing-anywhere");
        tour.look(chloe, "find-nothing");
        assertThat(tour.findings()).isEmpty();
    }

    @Test
    void areSilentForWhoSwitchedThemOff() {
        var dmitri = visitors.fresh("dmitri").logIn().open("/identity/settings");
        tour.look(dmitri, "settings");
        dmitri.page().selectOption("#zone", "Asia/Tokyo");
        dmitri.page().selectOption("#dates", "de-DE");
        dmitri.choose("Dark")
                .choose("Single keys lead to pages and move through lists")
                .press("Save");
        tour.look(dmitri, "settings-off");
        assertThat(dmitri.find(".foot").innerText()).contains("Times are in Asia/Tokyo");
        dmitri.open("/identity/sessions");
        assertThat(dmitri.find("main time[data-time=datetime]").first().innerText())
                .matches("\\d{1,2}\\. \\p{L}+\\.? \\d{4}, \\d\\d:\\d\\d");
        assertThat(dmitri.find("main time[data-time=datetime]").first().getAttribute("title"))
                .endsWith("(UTC+9)");
        dmitri.open("/identity/settings");
        assertThat(dmitri.find("html[data-theme=dark]").count()).isEqualTo(1);
        new Keys(dmitri).press("g").press("c").press("?").press("Control+k");
        assertThat(dmitri.path()).isEqualTo("/identity/settings");
        assertThat(dmitri.find("dialog").count()).isZero();
        assertThat(tour.findings()).isEmpty();
    }

    @Test
    void losesNothingWithoutScript() {
        staging.inReview("Trim the voucher index");
        var ben = visitors.withoutScript("ben").logIn().open("/desk");
        ben.follow("Find");
        ben.page().fill("main input[name=text]", "voucher index");
        ben.press("Find");
        assertThat(ben.text()).contains("Trim the voucher index");
    }

    private static void arrives(Visitor visitor, String path) {
        visitor.page().waitForURL(Pattern.compile(".*" + path));
    }
}
