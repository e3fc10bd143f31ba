package dev.countersign.reviews;

import static dev.countersign.Personas.ADA;
import static dev.countersign.Personas.CHLOE;
import static dev.countersign.Personas.DMITRI;
import static dev.countersign.Personas.ELENA;
import static dev.countersign.Personas.INES;
import static dev.countersign.Personas.JONAS;
import static dev.countersign.Refuses.refuses;
import static dev.countersign.Refuses.refusesBySql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.countersign.Cast;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.DocumentField;
import dev.countersign.changes.SampleDocument;
import dev.countersign.identity.Known;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.SignIn;
import dev.countersign.local.OnRealStack;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/** What people say of a change's text, and who hears of it when. */
@OnRealStack
class ThreadsIT {

    private static final String CONVERSATION = "?tab=conversation";
    private static final String WORDS = "The pool starves";
    private static final Optional<DocumentField> STEPS = Optional.of(DocumentField.STEPS);
    private static final Person PETRA = SignIn.person("petra", Role.ENGINEER);

    @Autowired
    WebApplicationContext beans;

    @Autowired
    MockMvc house;

    @Autowired
    Remarks remarks;

    @Autowired
    Threads threads;

    private Cast cast;
    private SampleDocument document;
    private ChangeId id;

    @BeforeEach
    void askForAReview() {
        cast = Cast.in(beans);
        document = cast.document();
        id = cast.inReview(ADA, document);
        List.of(ADA, CHLOE, DMITRI, ELENA, JONAS, PETRA).forEach(person -> Known.make(beans, person));
    }

    @Test
    void tellNobodyWhatAReviewerSaysBeforeTheReviewIsOver() {
        String threadsOf = "/reviews/threads/" + id;
        assertThat(opens(CHLOE, WORDS)).isOne();
        remarks.reply(id, 1, ADA, "The vendor raised it, says Ada.");
        for (Person other : List.of(DMITRI, JONAS, ELENA, INES)) {
            for (String way : List.of(
                    "/changes/" + id,
                    "/changes/" + id + CONVERSATION,
                    "/desk",
                    threadsOf,
                    threadsOf + "?field=steps")) {
                assertThat(page(way, other)).as("%s by %s", way, other.id()).doesNotContain(WORDS, "says Ada");
            }
            assertThat(part(threadsOf + "?field=steps", other)).doesNotContain(WORDS, "says Ada");
            assertThat(ask(get(threadsOf + "/1"), other).getStatus()).isEqualTo(404);
        }
        for (String way : List.of(
                "/journal?subject=", "/journal.json?subject=", "/journal.csv?subject=", "/journal/verify?subject=")) {
            assertThat(page(way + id, INES)).as(way).doesNotContain(WORDS, "says Ada");
        }
        long task = cast.task(id, ChangePlan.REVIEW).id();
        assertThat(page("/reviews/" + task + CONVERSATION, DMITRI)).doesNotContain(WORDS, "1 thread");
        assertThat(page("/reviews/" + task + CONVERSATION, CHLOE)).contains(WORDS, "1 thread, 1 open");
        assertThat(page(threadsOf + "/1", ADA)).contains(WORDS, "says Ada", "until the verdicts are in");
        refuses("reviews.no-such-thread", () -> remarks.reply(id, 1, DMITRI, "Me too."));

        assertThat(page("/changes?text=" + WORDS, DMITRI)).doesNotContain(id.value());

        cast.decides(CHLOE, id, ChangePlan.REVIEW, Answer.APPROVE);
        assertThat(page("/changes/" + id + CONVERSATION, DMITRI)).contains(WORDS, "1 thread, 1 open");
        assertThat(page(threadsOf + "/1", INES))
                .contains(WORDS, "says Ada")
                .doesNotContain("until the verdicts are in");
        remarks.reply(id, 1, DMITRI, "Me too.");
        assertThat(page(threadsOf, JONAS)).contains("Me too.");
    }

    /** Whoever wrote in a thread is told of answers, but not before they have spoken on the next text themselves. */
    @Test
    void tellNobodyOnTheirDeskWhatTheirThreadsKeepFromThem() {
        opens(CHLOE, WORDS);
        cast.decides(CHLOE, id, ChangePlan.REVIEW, Answer.APPROVE);
        remarks.reply(id, 1, DMITRI, "Me too.");
        remarks.reply(id, 1, CHLOE, "We agree, says Chloe.");
        assertThat(page("/desk", DMITRI)).contains("We agree, says Chloe.");
        cast.edits(ADA, id, document.with("alarms", "checkout-latency"));
        cast.task(id, ChangePlan.REVIEW);

        remarks.reply(id, 1, CHLOE, "I reject this one too.");

        assertThat(page("/reviews/threads/" + id + "/1", DMITRI)).doesNotContain("I reject this one too.");
        assertThat(page("/desk", DMITRI)).doesNotContain("I reject this one too.");
        assertThat(page("/desk", ADA)).contains("I reject this one too.");
    }

    @Test
    void sayWhatBecameOfTheTextTheyAreAbout() {
        opens(JONAS, WORDS);
        assertThat(page("/reviews/threads/" + id, ADA)).doesNotContain("about an earlier text");
        refuses("reviews.stale-revision", () -> remarks.open(id, ADA, "of another", STEPS, "Why?"));
        cast.edits(ADA, id, document.with("alarms", "checkout-latency"));
        cast.task(id, ChangePlan.REVIEW);
        remarks.open(id, JONAS, cast.change(id).revision().hash(), Optional.of(DocumentField.ALARMS), "Is it loud?");
        assertThat(page("/reviews/threads/" + id, ADA)).doesNotContain("about an earlier text");
        cast.edits(ADA, id, document.with("alarms", "checkout-errors"));
        assertThat(page("/reviews/threads/" + id + "/2", ADA))
                .contains("about an earlier text", "edited since revision 2", "checkout-latency", "checkout-errors");
        assertThat(page("/reviews/threads/" + id + "/1", ADA)).doesNotContain("about an earlier text");
    }

    @Test
    void keepOnceWhatIsSentTwiceAndNotTooMuch() {
        assertThat(opens(PETRA, WORDS)).isEqualTo(opens(PETRA, WORDS));
        remarks.reply(id, 1, PETRA, "And starves.");
        remarks.reply(id, 1, PETRA, " And starves.\r\n");
        assertThat(seen(PETRA).remarks()).hasSize(2);
        remarks.mark(id, 1, ADA, true, 1);
        refuses("reviews.thread-moved", () -> remarks.mark(id, 1, ADA, true, 1));
        remarks.mark(id, 1, JONAS, false, 2);
        refuses("reviews.thread-moved", () -> remarks.mark(id, 1, ADA, true, 1));
        assertThat(seen(INES).isResolved()).isFalse();
        for (int number = 3; number <= 30; number++) {
            remarks.reply(id, 1, PETRA, "Remark " + number);
        }
        refuses("reviews.too-many-remarks", () -> remarks.reply(id, 1, PETRA, "One more."));
        refuses("reviews.too-many-remarks", () -> opens(PETRA, "One more."));
        remarks.reply(id, 1, ADA, "Others may go on.");
    }

    @Test
    void showWhatIsHostileAsText() {
        String hostile = "<script>alert(1)</script> [x](javascript:alert(1)) if (admin\u202e) \n\n" + ">".repeat(9_000);
        MockHttpServletResponse opened = ask(form("").param("field", "steps").param("text", hostile), JONAS);
        assertThat(opened.getStatus()).isEqualTo(302);
        assertThat(page(opened.getRedirectedUrl(), INES))
                .contains("&lt;script&gt;", "if (admin)")
                .doesNotContain("<script>alert", "=\"javascript:", "\u202e");
        assertThat(ask(form("").param("text", "a\0b"), JONAS).getStatus()).isEqualTo(400);
        MockHttpServletResponse tooLong = ask(form("/1").param("text", "y".repeat(10_001)), JONAS);
        assertThat(tooLong.getStatus()).isEqualTo(422);
        assertThat(text(tooLong)).contains("a remark has at most 10,000", "y".repeat(10_001));
        assertThat(part(form("/1").param("text", "z".repeat(10_001)), JONAS)).contains("z".repeat(10_001));
    }

    @Test
    void areKeptByTheDatabaseAsTheyWereWritten() {
        opens(JONAS, WORDS);
        for (String table : List.of("thread", "remark", "resolution")) {
            refusesBySql("DELETE FROM reviews." + table, "permission denied");
            refusesBySql("UPDATE reviews.%s SET at = now()".formatted(table), "permission denied");
        }
        String mark = "INSERT INTO reviews.resolution VALUES ('%s', 1, 1, 1, 'ada', false, now())".formatted(id);
        refusesBySql(mark, "resolution_check");
        String thread = "INSERT INTO reviews.thread VALUES ('%s', 2, 1, '\\x%s', null, 'ada', false, now())";
        refusesBySql(thread.formatted(id, "ab".repeat(32)), "foreign key");
    }

    private int opens(Person person, String text) {
        return remarks.open(id, person, cast.change(id).revision().hash(), STEPS, text);
    }

    private ReviewThread seen(Person reader) {
        return threads.about(cast.change(id), reader).get(1);
    }

    private MockHttpServletRequestBuilder form(String thread) {
        return post("/reviews/threads/" + id + thread)
                .param("_hash", cast.change(id).revision().hash())
                .with(csrf());
    }

    private String page(String path, Person reader) {
        MockHttpServletResponse answer = ask(get(path), reader);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return text(answer);
    }

    private String part(String path, Person reader) {
        return part(get(path), reader);
    }

    private String part(MockHttpServletRequestBuilder request, Person reader) {
        MockHttpServletResponse answer = ask(request.header("HX-Request", "true"), reader);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(text(answer)).doesNotContain("<html");
        return text(answer);
    }

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder request, Person person) {
        try {
            return house.perform(request.with(SignIn.as(person))).andReturn().getResponse();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private static String text(MockHttpServletResponse answer) {
        try {
            return answer.getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
