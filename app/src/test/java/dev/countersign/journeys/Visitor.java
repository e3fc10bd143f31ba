package dev.countersign.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** A person at their own browser window; what the browser complains about is remembered. */
final class Visitor {

    /** Camunda is given as long as a loaded machine needs. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The browser reports answers such as 422 by itself; those are asked for by the tests. */
    private static final Pattern EXPECTED =
            Pattern.compile("Failed to load resource: the server responded with a status of 4(03|04|09|13|22) .*");

    private static final Pattern OVERTAKEN = Pattern.compile("interrupted by another navigation|net::ERR_ABORTED");

    private final String name;
    private final String home;
    private final BrowserContext window;
    private final List<String> complaints = new ArrayList<>();
    private final Page page;
    private Instant loggedInAt = Instant.EPOCH;

    Visitor(String name, String home, Browser browser, Browser.NewContextOptions options) {
        this(name, home, browser.newContext(options.setBaseURL(home)));
    }

    private Visitor(String name, String home, BrowserContext window) {
        this.name = name;
        this.home = home;
        this.window = window;
        this.window.setDefaultTimeout(PATIENCE.toMillis());
        this.page = window.newPage();
        page.onConsoleMessage(this::hear);
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
    }

    /** Another tab of the same window. */
    Visitor tab() {
        return new Visitor(name, home, window);
    }

    private void hear(ConsoleMessage message) {
        if (message.type().equals("error")
                && !EXPECTED.matcher(message.text() + " ").find()) {
            complaints.add(message.location() + ": " + message.text());
        }
    }

    Visitor logIn() {
        page.navigate("/changes");
        enterPassword();
        assertThat(path()).isEqualTo("/changes");
        return this;
    }

    /** Keycloak asks for it; the password of a persona is their name. */
    void enterPassword() {
        page.fill("#username", name);
        page.fill("#password", name);
        submitPassword();
    }

    private void submitPassword() {
        page.click("#kc-login");
        page.waitForURL(Pattern.compile(Pattern.quote(home) + ".*"));
        loggedInAt = Instant.now();
    }

    /** Nobody types so fast: Keycloak tells the time of a log-in in whole seconds, and the next one has to be later. */
    void letTheSecondPass() {
        await().until(() -> Instant.now().getEpochSecond() > loggedInAt.getEpochSecond());
    }

    /** Keycloak asks once more who is there, and then the filled form is back. */
    Visitor logInOnceMore() {
        try {
            page.locator("#password").waitFor();
        } catch (PlaywrightException notAsked) {
            throw new AssertionError(
                    "Expected to be asked for a password, but '%s' says: %s".formatted(page.url(), text()), notAsked);
        }
        page.fill("#password", name);
        letTheSecondPass();
        submitPassword();
        return this;
    }

    /** As a leader decides: sends the form, logs in once more and confirms. */
    Visitor decide() {
        return press("Record my decision").logInOnceMore().press("Confirm my decision");
    }

    boolean isAskedForPassword() {
        return page.locator("#password").isVisible();
    }

    Visitor open(String path) {
        navigate(path);
        return this;
    }

    /** Opens a path and says with which status it was answered. */
    int status(String path) {
        return Objects.requireNonNull(navigate(path)).status();
    }

    /** A page that is about to reload itself, or a form sent twice, may get in between; a person opens it again. */
    private Response navigate(String path) {
        try {
            return page.navigate(path);
        } catch (PlaywrightException overtaken) {
            if (!OVERTAKEN.matcher(String.valueOf(overtaken.getMessage())).find()) {
                throw overtaken;
            }
            page.waitForLoadState();
            return page.navigate(path);
        }
    }

    /** Once a form stands that is being redrawn; returns when what it led to is there as a whole. */
    Visitor press(String button) {
        if (page.locator(".htmx-request").count() > 0) {
            page.locator(".htmx-request")
                    .first()
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        }
        button(button).click();
        page.waitForLoadState();
        return this;
    }

    /** Opens the menu first if the link stands in one. */
    Visitor follow(String link) {
        Locator menu = page.locator("details.menu:not([open])").filter(new Locator.FilterOptions().setHasText(link));
        if (menu.count() > 0) {
            menu.first().locator("summary").click();
        }
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
        return this;
    }

    /** Opens a tab of the page, whatever it counts. */
    Visitor tab(String name) {
        page.locator("nav.tabs a")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first()
                .click();
        page.waitForLoadState();
        return this;
    }

    Visitor fill(String field, String text) {
        page.fill("#f-" + field, text);
        return this;
    }

    /** Presses the words beside a radio button or a box. */
    Visitor choose(String words) {
        page.locator("label.choice")
                .filter(new Locator.FilterOptions().setHas(page.getByText(words, exact())))
                .first()
                .click();
        return this;
    }

    /** What is done while the server redraws a form; returns when it stands. */
    Visitor whileRedrawn(String path, Runnable deeds) {
        page.waitForResponse(answer -> answer.url().contains(path), deeds);
        awaitRedrawn();
        return this;
    }

    /** What a form has asked for is there; it would lead to a log-in of its own where the session ended meanwhile. */
    private void awaitRedrawn() {
        page.waitForFunction("() => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')");
    }

    /** Opens the form of a new change, without what another test had typed there and not sent. */
    Visitor openNewChange() {
        open("/changes/new");
        String away = "Throw it away and begin anew";
        return button(away).count() > 0 ? press(away) : this;
    }

    Visitor select(String field, String value) {
        page.selectOption("#f-" + field, value);
        return this;
    }

    /** Reloads a page until it says something. */
    Visitor awaits(String path, String words) {
        await().alias(name + " sees “" + words + "” on " + path)
                .atMost(PATIENCE)
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(300))
                .until(() -> open(path).text(), text -> text.contains(words));
        return this;
    }

    /** What stands on the page, apart from its frame. */
    String text() {
        return page.innerText("main");
    }

    String value(String field) {
        return page.inputValue("#f-" + field);
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    boolean offers(String button) {
        return page.getByRole(
                                AriaRole.BUTTON,
                                new Page.GetByRoleOptions().setName(button).setExact(true))
                        .count()
                > 0;
    }

    boolean mayFollow(String link) {
        return page.getByRole(
                                AriaRole.LINK,
                                new Page.GetByRoleOptions().setName(link).setExact(true))
                        .count()
                > 0;
    }

    String path() {
        return page.url().substring(home.length());
    }

    Page page() {
        return page;
    }

    /** The button, for what is more than a press. */
    Locator button(String words) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(words).setExact(true))
                .first();
    }

    /** As if the browser had been closed for the night. */
    void forgetEverything() {
        window.clearCookies();
    }

    /** As if the session had ended at the server; Keycloak still knows the browser. */
    void loseSession() {
        awaitRedrawn();
        window.clearCookies(new BrowserContext.ClearCookiesOptions().setName("countersign"));
    }

    /** What the browser's console said against the pages since the last time. */
    List<String> complaints() {
        var said = List.copyOf(complaints);
        complaints.clear();
        return said;
    }

    private static Page.GetByTextOptions exact() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
