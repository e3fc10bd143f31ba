package dev.countersign.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A reviewer asks beside a field, an author answers and resolves, and nobody else hears of it before the verdicts. */
class ThreadsJourneyIT extends TouredJourney {

    @Test
    void aReviewerAsksBesideAFieldAndAnAuthorAnswers() {
        var change = staging.inReview("Thin the log of the till");
        var task = "/reviews/" + staging.task(change);
        var chloe = visitors.get("chloe").open(task);
        chloe.choose("Approve").fill("comment", "Half of what I think");
        chloe.whileRedrawn(
                "field=steps",
                () -> chloe.find("summary:has-text('about Steps')").click());
        chloe.whileRedrawn("/reviews/threads/", () -> chloe.press("Open the thread"));
        assertThat(chloe.text()).contains("it is empty");
        chloe.find("#remark-steps")
                .fill(
                        "Why **two** minutes?\n\n- the vendor says *one*\n\n```\ntimeout = 120\n```\n\n> quoted\n\nif (admin\u202e)");
        chloe.whileRedrawn("/reviews/threads/", () -> chloe.press("Open the thread"));
        assertThat(chloe.find("#thread-1 .prose strong").innerText()).isEqualTo("two");
        assertThat(chloe.find("#thread-1-1").evaluate("one => one === document.activeElement"))
                .isEqualTo(true);
        assertThat(chloe.text())
                .contains("1 thread, 1 open", "Thread 1 about Steps")
                .doesNotContain("Nobody has said");
        assertThat(chloe.value("comment")).isEqualTo("Half of what I think");
        tour.look(chloe, "threads-review");

        assertThat(visitors.get("dmitri").open("/changes/" + change).text()).doesNotContain("1 thread");
        var ada =
                visitors.withoutScript("ada").logIn().open("/changes/" + change).tab("Conversation");
        ada.follow("Thread 1 about Steps");
        assertThat(ada.text())
                .contains("until the verdicts are in", "if (admin)")
                .doesNotContain("\u202E", "U+202E");
        ada.find("#reply-1").fill("The vendor means *half* of it.");
        ada.press("Reply to thread 1").press("Resolve thread 1");
        assertThat(ada.text()).contains("It is resolved.", "resolved it");

        var reader = visitors.get("ada").open("/changes/" + change);
        reader.find("summary:has-text('about Steps')").click();
        reader.find("#thread-1").waitFor();
        tour.look(reader, "threads-change");
        reader.open("/reviews/threads/" + change);
        reader.find("#remark").fill("Is anything left?");
        reader.press("Open the thread");
        reader.open("/reviews/threads/" + change);
        tour.look(reader, "threads-all");

        staging.approves(change, "chloe");
        staging.approves(change, "dmitri");
        var dmitri = visitors.get("dmitri").open("/changes/" + change);
        assertThat(dmitri.text()).contains("2 threads, 1 open", "1 thread, resolved");
    }
}
