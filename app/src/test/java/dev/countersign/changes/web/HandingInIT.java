package dev.countersign.changes.web;

import static dev.countersign.Personas.ADA;
import static dev.countersign.Personas.BEN;
import static dev.countersign.Refuses.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.changes.Change;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Drafts;
import dev.countersign.forms.Answer;
import dev.countersign.forms.Answers;
import dev.countersign.identity.Known;
import dev.countersign.local.OnRealStack;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What a hand-in that is refused leaves behind: nothing. */
@OnRealStack
class HandingInIT {

    private static final String KEPT = "{\"title\": \"Kept by a co-author\"}";

    @Autowired
    ChangeDesk desk;

    @Autowired
    Drafts drafts;

    @Autowired
    Changes changes;

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
