package dev.countersign.policy;

import static dev.countersign.identity.SignIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.countersign.Cast;
import dev.countersign.Leaders;
import dev.countersign.Personas;
import dev.countersign.changes.ChangeId;
import dev.countersign.identity.FormNumber;
import dev.countersign.identity.Person;
import dev.countersign.local.OnRealStack;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@OnRealStack
class PolicyPagesIT {

    private static final Pattern FIELD =
            Pattern.compile("<(?:input|select)[^>]* name=\"(rule\\[\\d+][^\"]+)\"(?:[^>]* value=\"([^\"]*)\")?[^>]*>"
                    + "((?:\\s*<option[^>]*>[^<]*</option>)*)");
    private static final Pattern SELECTED = Pattern.compile("value=\"([^\"]*)\" selected");

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private PolicyDrafts drafts;

    @Autowired
    private Policies policies;

    @Autowired
    private Clock clock;

    private PolicyDraft draft;

    @BeforeEach
    void begin() {
        draft = drafts.begin(policies.inForce().id(), "Two reviews at night", Personas.JONAS);
    }

    @Test
    void keepsEverythingThatWasTypedWhenARowIsMovedOrAdded() {
        Map<String, String> typed = typed(text(get(edit(), Personas.JONAS)));
        typed.put("rule[1].tier", "now() & <b>");
        String moved = text(post(edit(), Personas.JONAS, with(typed, "_do", "down:1")));
        assertThat(typed(moved)).containsEntry("rule[2].tier", "now() &amp; &lt;b&gt;");
        assertThat(typed(moved)).containsEntry("rule[1].id", typed.get("rule[2].id"));
        String added = text(post(edit(), Personas.JONAS, with(typed, "_do", "template:ai-senior-sign-off")));
        assertThat(added).contains("ai-senior-sign-off");
        assertThat(typed(added)).hasSizeGreaterThan(typed.size());
        assertThat(drafts.get(draft.id()).text()).isZero();
    }

    @Test
    void saysAtItsFieldWhatIsRefusedAndSavesNothing() {
        Map<String, String> typed = typed(text(get(edit(), Personas.JONAS)));
        typed.put("rule[1].hour", "get value({a: 1}, \"a\")");
        MvcTestResult refused = post(edit(), Personas.JONAS, with(typed, "_do", "save"));
        assertThat(refused).hasStatus(422);
        assertThat(text(refused))
                .contains(
                        "It is not saved", "href=\"#rule-1-hour\"", "id=\"rule-1-hour-wrong\"", "aria-invalid=\"true\"")
                .contains("get value({a: 1}, &quot;a&quot;)");
        assertThat(drafts.get(draft.id()).text()).isZero();
    }

    @Test
    void savesWhatIsUnderstoodAndShowsWhatDiffers() {
        Map<String, String> typed = typed(text(get(edit(), Personas.JONAS)));
        typed.put("rule[0].reviews", "2");
        assertThat(post(edit(), Personas.JONAS, with(typed, "_do", "save")))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/policy/drafts/" + draft.id());
        assertThat(text(get("/policy/drafts/" + draft.id(), Personas.INES)))
                .contains("Reviews, before: ", ">1</del>", ">2</ins>")
                .doesNotContain("/edit\"");
    }

    @Test
    void showsWhatTheOtherSavedToWhoComesSecond() {
        Map<String, String> typed = typed(text(get(edit(), Personas.JONAS)));
        typed.put("rule[0].reviews", "2");
        post(edit(), Personas.GRACE, with(typed, "_do", "save"));
        typed.put("rule[0].reviews", "1");
        typed.put("rule[0].bake-minutes", "5");
        MvcTestResult late = post(edit(), Personas.JONAS, with(typed, "_do", "save"));
        assertThat(late).hasStatus(409);
        assertThat(text(late)).contains("Somebody else saved meanwhile", ">2</del>", ">5</ins>");
        assertThat(post(edit(), Personas.JONAS, with(typed, "_do", "save", "_read", "1")))
                .hasStatus3xxRedirection();
        assertThat(drafts.get(draft.id()).text()).isEqualTo(2);
    }

    @Test
    void isEditedProposedAndDecidedByThoseWhoMayOnly() {
        assertThat(get(edit(), Personas.ADA)).hasStatus(403);
        assertThat(get(edit(), Personas.INES)).hasStatus(403);
        assertThat(post(edit(), Personas.ADA, Map.of("_read", "0"))).hasStatus(403);
        assertThat(get("/policy/drafts/%s/propose".formatted(draft.id()), Personas.CHLOE))
                .hasStatus(403);
        drafts.propose(draft.id(), 0, clock.instant().plus(Duration.ofDays(400)), "For a test.", Personas.JONAS);
        Map<String, String> yes = Map.of("_round", "1", "_do", "send", "decision", "approve");
        String decision = "/policy/drafts/%s/decision".formatted(draft.id());
        assertThat(post(decision, Personas.JONAS, yes)).hasStatus(403);
        assertThat(post(decision, Personas.ADA, yes)).hasStatus(403);
        assertThat(text(get("/policy/drafts/" + draft.id(), Personas.ELENA))).contains("Decide this edition");
        assertThat(text(get("/desk", Personas.ELENA))).contains("Decide the policy", task());
        assertThat(text(get("/desk", Personas.JONAS))).doesNotContain("Decide the policy");
        assertThat(post(decision, Personas.ELENA, yes)).hasStatus3xxRedirection();
        assertThat(text(get("/desk", Personas.ELENA))).doesNotContain(task());
        Map<String, String> no =
                Map.of("_round", "1", "_do", "send", "decision", "decline", "reason", "Not like this.");
        assertThat(post(decision, Personas.HUGO, no)).hasStatus3xxRedirection();
        assertThat(text(get("/policy?tab=versions", Personas.INES))).contains("Sent back");
    }

    @Test
    void offersItsTableAsAFile() {
        MvcTestResult file = get("/policy/drafts/%s/file".formatted(draft.id()), Personas.INES);
        assertThat(file)
                .hasStatusOk()
                .headers()
                .hasValue("Content-Disposition", "attachment; filename=\"%s.dmn\"".formatted(draft.id()));
        assertThat(text(file)).isEqualTo(drafts.file(draft));
        assertThat(get("/policy/versions/%s/file".formatted(policies.inForce().id()), Personas.INES))
                .hasStatusOk();
        assertThat(get("/policy/drafts/POL-999999", Personas.INES)).hasStatus(404);
        assertThat(get("/policy/drafts/nonsense", Personas.INES)).hasStatus(404);
    }

    @Test
    void showsAChangeTheClausesBehindItsDemandsAndItsDirectorTheWayToTodaysPolicy() {
        Cast cast = Cast.in(beans);
        ChangeId id = cast.inReview(
                Personas.ADA, cast.document().with("blastRadius", "global").with("waves", "10 %\n100 %"));
        assertThat(text(get("/changes/" + id + "?tab=policy", Personas.ELENA)))
                .contains("Why it must have this", "#base-global-reach", "What would make it cheaper")
                .contains(
                        "One region first would drop the director&#39;s sign-off, the VP&#39;s approval and the second key.")
                .doesNotContain("/judgement");
        Leaders leaders = Leaders.in(beans);
        leaders.decide(ClauseTemplate.TWO_REVIEWS_AT_NIGHT.rule());
        try {
            assertThat(text(get("/changes/" + id + "?tab=policy", Personas.ELENA)))
                    .contains("/judgement");
            assertThat(text(get("/changes/" + id + "?tab=policy", Personas.ADA)))
                    .doesNotContain("/judgement");
            assertThat(get("/changes/%s/judgement".formatted(id), Personas.FARID))
                    .hasStatus(403);
            assertThat(text(get("/changes/%s/judgement".formatted(id), Personas.ELENA)))
                    .contains("Demanded in addition", "Demanded no longer");
        } finally {
            leaders.reinstate();
        }
    }

    /** Its button on a desk; the history there may name it as well. */
    private String task() {
        return "href=\"/policy/drafts/%s\" aria-label=\"Decide".formatted(draft.id());
    }

    private String edit() {
        return "/policy/drafts/%s/edit".formatted(draft.id());
    }

    private MvcTestResult get(String path, Person reader) {
        return pages.get().uri(path).with(as(reader)).exchange();
    }

    private MvcTestResult post(String path, Person writer, Map<String, String> fields) {
        var request = pages.post().uri(path).with(as(writer)).with(csrf());
        request.param(FormNumber.FIELD, FormNumber.fresh().value().toString());
        fields.forEach(request::param);
        return request.exchange();
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    /** What a browser would send of the editor's page. */
    private static Map<String, String> typed(String page) {
        Map<String, String> typed = new LinkedHashMap<>();
        FIELD.matcher(page).results().forEach(field -> {
            var selected = SELECTED.matcher(field.group(3) == null ? "" : field.group(3));
            String value = field.group(2) == null ? "" : field.group(2);
            typed.put(field.group(1), selected.find() ? selected.group(1) : value);
        });
        assertThat(typed).isNotEmpty();
        return typed;
    }

    private static Map<String, String> with(Map<String, String> typed, String... more) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of("_read", "0"));
        fields.putAll(typed);
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }
}
