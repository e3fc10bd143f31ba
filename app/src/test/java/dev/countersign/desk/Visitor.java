package dev.countersign.desk;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/** A persona at a real browser, who takes down what the content security policy and the console complain about. */
final class Visitor implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;
    private final String house;
    private final List<String> complaints = new ArrayList<>();

    private Visitor(Browser browser, int port, String persona, NewContextOptions how) {
        context = browser.newContext(how);
        page = context.newPage();
        house = "http://localhost:" + port;
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(house + "/");
        page.locator("#username").fill(persona);
        page.locator("#password").fill(persona);
        page.locator("[type=submit]").click();
        page.waitForURL(address -> address.startsWith(house));
    }

    static Visitor at(Browser browser, int port, String persona) {
        return new Visitor(browser, port, persona, new NewContextOptions().setViewportSize(1280, 900));
    }

    static Visitor inTheDarkOnATelephone(Browser browser, int port, String persona) {
        return new Visitor(
                browser,
                port,
                persona,
                new NewContextOptions().setViewportSize(390, 844).setColorScheme(ColorScheme.DARK));
    }

    static Visitor withoutScript(Browser browser, int port, String persona) {
        return new Visitor(browser, port, persona, new NewContextOptions().setJavaScriptEnabled(false));
    }

    Page open(String path) {
        page.navigate(house + path);
        return page;
    }

    List<String> complaints() {
        return complaints;
    }

    /** What axe finds serious or critical on the page, with the elements. */
    List<String> barriers() {
        return new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> rule.getId() + " at "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
