package dev.countersign.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.changes.ChangeId;
import dev.countersign.moments.MomentWords;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

class ChecksFragmentTests {

    @Test
    void opensWhatIsRedAndSaysTheWayOut() {
        String page = render(Submissions.good().with("alarms", "<none yet>\n").with("bakeMinutes", 5));
        assertThat(page)
                .contains("1 of 13 checks are red")
                .containsPattern("<details class=\"check\" id=\"check-sufficient-bake-time\" open=\"open\">")
                .contains("Bake time in minutes: ", "expected at least 60 min, found 5 min.", "Raise the bake time")
                .contains("&lt;none yet&gt;")
                .containsOnlyOnce("open=\"open\"");
    }

    @Test
    void saysWhatOnlyWarns() {
        assertThat(render(Submissions.good().with("alarms", "").blockingOnly("exact-artifact")))
                .contains(
                        "1 of 13 with a warning",
                        "Warns only",
                        "icon-triangle-alert",
                        "this check does not block the change")
                .doesNotContain("open=\"open\"");
    }

    @Test
    void saysThatAllIsWell() {
        assertThat(render(Submissions.good()))
                .contains("All 13 checks are green", "icon-circle-check", "icon-minus")
                .doesNotContain("open=\"open\"");
    }

    @Test
    void saysThatTheyHaveNotRunYet() {
        assertThat(render((CheckRun) null)).contains("have not run").doesNotContain("<details");
    }

    private static String render(Submissions submissions) {
        Submission submission = submissions.submission();
        return render(new CheckRun(new ChangeId("CHG-000001"), 1, submission.now(), Checklist.ALL.run(submission)));
    }

    private static String render(@Nullable CheckRun run) {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        Context context = new Context();
        context.setVariable("content", run);
        context.setVariable("frame", new Frame());
        return engine.process("compliance/checks", Set.of("panel"), context);
    }

    /** As much of the page's frame as the parts ask for. */
    public static final class Frame {
        public String moment(Instant at) {
            return MomentWords.forReader().of(at);
        }

        public String exactly(Instant at) {
            return MomentWords.forReader().exactly(at);
        }

        public @Nullable String getForeign() {
            return null;
        }

        public List<MomentWords.Piece> pieces(String sentence) {
            return MomentWords.forReader().pieces(sentence);
        }
    }
}
