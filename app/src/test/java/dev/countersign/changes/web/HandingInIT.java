package dev.countersign.changes.web;

import static dev.countersign.Personas.ADA;
import static dev.countersign.Personas.BEN;
import static dev.countersign.Refuses.refuses;
import static dev.countersign.identity.SignIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.countersign.Cast;
import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Drafts;
import dev.countersign.changes.Status;
import dev.countersign.forms.Answer;
import dev.countersign.forms.Answers;
import dev.countersign.identity.FormNumber;
import dev.countersign.identity.Known;
import dev.countersign.local.OnRealStack;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a hand-in that is refused leaves behind: nothing; and what a second press changes: nothing either. */
@OnRealStack
class HandingInIT {

    private static final String KEPT = "{\"title\": \"Kept by a co-author\"}";

    @Autowired
    ChangeDesk desk;

    @Autowired
    Drafts drafts;

    @Autowired
    Changes changes;

    @Autowired
    MockMvcTester pages;

    @BeforeEach
    void knowThem(@Autowired BeanFactory beans) {
        Known.make(beans, ADA);
        Known.make(beans, BEN);
    }

    @Test
    void leavesTheKeptDraftAsItIsIfItIsRefused() {
        Change draft = kept();
        refuses("changes.not-permitted", () -> desk.handIn(draft, BEN, complete()));
        assertThat(drafts.answers(draft.id())).contains(KEPT);
    }

    @Test
    void overwritesNothingThatWasKeptAfterItsFormWasOpened() {
        Change opened = kept();
        drafts.keep(opened.id(), ADA, opened.version(), "Kept again", KEPT.replace("Kept", "Kept again"));
        refuses("changes.stale", () -> desk.handIn(opened, ADA, complete()));
        assertThat(drafts.answers(opened.id()).orElseThrow()).contains("Kept again");
    }

    /** A button pressed twice sends the same form twice; the answer to the second is the one that is seen. */
    @Test
    void keepsADraftOnceThoughItsButtonIsPressedTwice() {
        Map<String, String> typed = Map.of(
                FormNumber.FIELD,
                FormNumber.fresh().value().toString(),
                "title",
                "Pressed twice",
                "rollbackMinutes",
                "5",
                "_do",
                "draft");
        String page = String.valueOf(send("/changes/new", typed).getResponse().getRedirectedUrl());
        assertThat(send("/changes/new", typed)).hasStatus(302).hasRedirectedUrl(page);

        Map<String, String> more =
                Map.of("title", "Pressed twice", "bakeMinutes", "60", "_version", "2", "_do", "draft");
        assertThat(send(page, more)).hasStatus(302).hasRedirectedUrl(page);
        assertThat(send(page, more)).hasStatus(302).hasRedirectedUrl(page);

        Map<String, String> other = Map.of("title", "Pressed in an old tab", "_version", "2", "_do", "draft");
        assertThat(send(page, other)).hasStatus(409);
    }

    /** The checks may have been faster than the third press. */
    @Test
    void isHandedInOnceThoughItsChecksTurnedRedBeforeTheLastPress(@Autowired BeanFactory beans) {
        Cast cast = Cast.in(beans);
        Map<String, String> typed = new LinkedHashMap<>(cast.document().fields());
        typed.put("windowEnd", typed.get("windowStart"));
        typed.put(FormNumber.FIELD, FormNumber.fresh().value().toString());
        String page = String.valueOf(send("/changes/new", typed).getResponse().getRedirectedUrl());
        ChangeId id = new ChangeId(page.substring(page.lastIndexOf('/') + 1));
        Cast.await("its checks are red").until(() -> changes.get(id).status() == Status.NEEDS_WORK);
        assertThat(send("/changes/new", typed)).hasStatus(302).hasRedirectedUrl(page);
        assertThat(changes.get(id).revision().number()).isEqualTo(1);
    }

    private MvcTestResult send(String page, Map<String, String> typed) {
        var form = pages.post().uri(page).with(as(ADA)).with(csrf());
        typed.forEach(form::param);
        return form.exchange();
    }

    private Change kept() {
        return changes.get(drafts.begin(ADA, "Kept", KEPT));
    }

    private static Answers complete() {
        return new Answers(Map.of(
                "title",
                new Answer.Text("Typed by another"),
                "kind",
                new Answer.Text("configuration"),
                "environment",
                new Answer.Text("production"),
                "blastRadius",
                new Answer.Text("one-zone"),
                "aiInvolvement",
                new Answer.Text("none")));
    }
}
