package dev.countersign.policy.web;

import static dev.countersign.identity.SignIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.countersign.Cast;
import dev.countersign.Personas;
import dev.countersign.PlainPage;
import dev.countersign.identity.FormNumber;
import dev.countersign.identity.Person;
import dev.countersign.local.OnRealStack;
import dev.countersign.policy.Addenda;
import dev.countersign.policy.AddendumId;
import dev.countersign.policy.Policies;
import dev.countersign.policy.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@OnRealStack
@TestInstance(Lifecycle.PER_CLASS)
class PolicyPagesIT {

    /** More than a page of the list. */
    private static final int MANY = 35;

    @Autowired
    MockMvcTester pages;

    @Autowired
    Addenda addenda;

    @Autowired
    Policies policies;

    @Autowired
    BeanFactory beans;

    private List<AddendumId> proposed;
    private AddendumId inForce;

    @BeforeAll
    void propose() {
        proposed = IntStream.range(0, MANY)
                .mapToObj(number -> addenda.propose(
                        new Proposal("Friction <b>%d</b>".formatted(number), "Three outages in one month.", 3),
                        Personas.GRACE))
                .map(addendum -> addendum.id())
                .toList();
        inForce = addenda.propose(new Proposal("Friction in force", "Three outages.", 3), Personas.GRACE)
                .id();
        addenda.decide(inForce, Personas.ELENA, true, "Agreed <i>at once</i>.");
    }

    /** Other tests want the base policy. */
    @AfterAll
    void decline() {
        proposed.forEach(id -> addenda.decide(id, Personas.HUGO, false, "The test is over."));
        addenda.amend(inForce, Optional.empty(), "The test is over.", Personas.FARID);
        addenda.decideAmendment(inForce, 1, Personas.HUGO, true, "");
    }

    @Test
    void showsWhatIsInForceAndEveryClause() {
        PlainPage page = open("/policy", Personas.INES);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains(
                        policies.inForce().id(),
                        "Friction in force",
                        "day 1 of 3",
                        "addendum-friction",
                        "base-one-review")
                .doesNotContain("none is in force now");
        assertThat(page.text()).contains("3 days left");
    }

    /** What the page says is what a real change would be asked for: both come from the same evaluation. */
    @Test
    void saysOfAChangeThatNobodyWroteWhatItWouldNeedAndWhoGivesIt() {
        Cast.in(beans).keepsTierOne("checkout-api");
        PlainPage page = open("/policy?system=checkout-api&kind=code&blast-radius=global", Personas.ADA);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains(": Elena Marchetti", ": Grace Lindqvist", "2 reviews")
                .containsPattern("2 reviews Addendum .{0,80}Friction in force")
                .contains("Reaches everywhere base-global-reach", "One region first would drop the VP's approval");
        assertThat(page.html()).contains("value=\"checkout-api\"", "value=\"global\" selected");
        PlainPage small = open("/policy?system=checkout-api&kind=code&blast-radius=one-host", Personas.ADA);
        assertThat(small.text()).doesNotContain(": Grace Lindqvist");
        assertThat(open("/policy?system=Checkout%20API&kind=code", Personas.ADA).html())
                .contains("value=\"Checkout API\"");
        assertThat(open("/policy?system=nothing-like-it", Personas.ADA).text()).contains("No system is called");
        assertThat(open("/policy?system=api", Personas.ADA).text()).contains("Which one?");
    }

    @Test
    void keepsDraftsAndVersionsOnATabOfTheirOwn() {
        assertThat(open("/policy?tab=versions", Personas.ADA).html())
                .contains("href=\"/policy/versions/" + policies.inForce().id() + "\"");
        assertThat(open("/policy", Personas.ADA).text()).doesNotContain("Every version that something was judged by");
        assertThat(open("/policy?tab=edits", Personas.ADA).text()).contains("What an edit does to decisions");
        assertThat(open("/policy?tab=nonsense", Personas.ADA).text()).contains("Try it");
    }

    @Test
    void showsAVersionThatSomethingWasJudgedBy() {
        String version = policies.inForce().id();
        PlainPage page = open("/policy/versions/" + version, Personas.ADA);
        assertThat(page.text()).contains("Policy " + version, inForce.value());
    }

    @Test
    void leadsThroughEveryAddendumOnceAndTheNewestFirst() {
        List<String> seen = new ArrayList<>();
        Optional<String> next = Optional.of("/policy/addenda");
        while (next.isPresent()) {
            PlainPage page = open(next.get(), Personas.INES);
            seen.addAll(listed(page));
            next = page.next();
        }
        assertThat(seen).hasSizeGreaterThan(MANY).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(seen)
                .contains(inForce.value())
                .containsAll(proposed.stream().map(AddendumId::value).toList());
    }

    @Test
    void showsWhatPeopleWroteAsText() {
        assertThat(open("/policy/addenda", Personas.INES).html()).contains("Friction &lt;b&gt;34&lt;/b&gt;");
        assertThat(open("/policy/addenda/" + inForce, Personas.INES).html())
                .contains("Agreed &lt;i&gt;at once&lt;/i&gt;.");
    }

    @Test
    void givesAnAuditorNothingThatWrites() {
        for (String path : List.of(
                "/policy",
                "/policy/versions/" + policies.inForce().id(),
                "/policy/addenda",
                "/policy/addenda/" + proposed.getLast(),
                "/policy/addenda/" + inForce)) {
            PlainPage page = open(path, Personas.INES);
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(page.postsTo()).as(path).containsExactly("/logout");
            assertThat(page.html()).as(path).doesNotContain("/new\"");
        }
    }

    @Test
    void givesLeadersWhatTheyMayDo() {
        assertThat(open("/policy", Personas.GRACE).html()).contains("href=\"/policy/addenda/new\"");
        assertThat(open("/policy", Personas.ELENA).html()).doesNotContain("/policy/addenda/new");
        assertThat(open("/policy/addenda/" + inForce, Personas.ELENA).html())
                .contains("href=\"/policy/addenda/%s/amendments/new\"".formatted(inForce));
        String waiting = "/policy/addenda/" + proposed.getLast();
        assertThat(open(waiting, Personas.ELENA).postsTo()).contains(waiting + "/decision");
        assertThat(open(waiting, Personas.GRACE).postsTo()).containsExactly("/logout");
        assertThat(open(waiting, Personas.GRACE).text())
                .contains("you have already spoken for it, and it takes different people");
    }

    @ParameterizedTest
    @CsvSource({
        "/policy/addenda/ADD-999999,        policy.unknown-addendum",
        "/policy/addenda/none,              policy.unknown-addendum",
        "/policy/addenda/none/diagram,      policy.unknown-addendum",
        "/policy/addenda?before=unknown,    policy.unknown-addendum",
        "/policy/addenda?before=%25,        policy.unknown-addendum",
        "/policy/versions/base-0,           policy.unknown-version",
        "/policy/versions/_,                policy.unknown-version"
    })
    void saysInWordsWhatItDoesNotKnow(String address, String code) {
        PlainPage page = open(address, Personas.INES);
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("There is no", "404 · " + code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/policy/addenda/", "/policy/versions/", "/policy/addenda?before="})
    void repeatsNoMoreOfALongNameThanPeopleRead(String address) {
        PlainPage page = open(address + "a".repeat(10_000), Personas.INES);
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("a…").doesNotContain("a".repeat(81));
    }

    @Test
    void keepsWhatWasTypedWrong() {
        PlainPage page = send(
                "/policy/addenda/new",
                Personas.GRACE,
                Map.of(
                        "title",
                        "Ninety <days>",
                        "reason",
                        "r".repeat(10_000),
                        "durationDays",
                        "many",
                        "scope",
                        "tier",
                        "tier",
                        "1"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html()).contains("value=\"Ninety &lt;days&gt;\"", "value=\"many\"", "r".repeat(10_000));
        assertThat(page.text()).contains("2 things need fixing");
    }

    @Test
    void keepsWhatIsTypedAboutAnAddendumThatHasMovedOn() {
        PlainPage page = send(
                "/policy/addenda/%s/amendments/new".formatted(proposed.getFirst()),
                Personas.ELENA,
                Map.of("action", "end", "reason", "It did what it was meant to do."));
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains(": it is proposed.", "It did what it was meant to do.");
    }

    private static List<String> listed(PlainPage page) {
        return page.all("<th scope=\"row\"><a href=\"/policy/addenda/(ADD-\\d+)\"");
    }

    private PlainPage open(String address, Person reader) {
        return PlainPage.of(pages, address, as(reader));
    }

    private PlainPage send(String address, Person sender, Map<String, String> typed) {
        var form = pages.post().uri(address).with(as(sender)).with(csrf()).param("_do", "send");
        form.param(FormNumber.FIELD, FormNumber.fresh().value().toString());
        typed.forEach(form::param);
        return PlainPage.of(form.exchange());
    }
}
