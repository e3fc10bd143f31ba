package dev.countersign.reviews.web;

import dev.countersign.changes.ChangeId;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.refusals.Refusal;
import dev.countersign.reviews.Remarks;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes what somebody adds to a thread: a remark, or the word that it is resolved or is not. */
@Controller
@AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.SYSTEM_OWNER})
class RemarkController {

    private final Remarks remarks;
    private final ThreadPage page;

    RemarkController(Remarks remarks, ThreadPage page) {
        this.remarks = remarks;
        this.page = page;
    }

    @PostMapping("/reviews/threads/{id}/{number}")
    String reply(
            @PathVariable String id,
            @PathVariable int number,
            Person person,
            @RequestParam(defaultValue = "") String text,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Answer answer = new Answer(id, number, person, text, htmx != null, model, response, flash);
        return answered(answer, "Your remark stands there.", () -> remarks.reply(change(id), number, person, text));
    }

    @PostMapping("/reviews/threads/{id}/{number}/resolution")
    String resolve(
            @PathVariable String id,
            @PathVariable int number,
            Person person,
            @RequestParam(name = "_turn", defaultValue = "0") int turn,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Answer answer = new Answer(id, number, person, "", htmx != null, model, response, flash);
        return answered(answer, "It is resolved.", () -> remarks.mark(change(id), number, person, true, turn));
    }

    @PostMapping("/reviews/threads/{id}/{number}/reopening")
    String reopen(
            @PathVariable String id,
            @PathVariable int number,
            Person person,
            @RequestParam(name = "_turn", defaultValue = "0") int turn,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Answer answer = new Answer(id, number, person, "", htmx != null, model, response, flash);
        return answered(answer, "It is open again.", () -> remarks.mark(change(id), number, person, false, turn));
    }

    /** Whom it concerns and how they are told. */
    private record Answer(
            String id,
            int number,
            Person person,
            String text,
            boolean inPart,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {}

    /** Beside a field htmx leaves out what comes with the status of a refusal; there it comes without. */
    private String answered(Answer to, String words, Runnable deed) {
        Typed typed = Typed.nothing(to.number());
        try {
            deed.run();
            if (!to.inPart()) {
                to.flash().addFlashAttribute("said", words);
                return "redirect:/reviews/threads/%s/%d".formatted(to.id(), to.number());
            }
            to.model().addAttribute("said", words);
        } catch (Refusal refusal) {
            typed = Typed.refused(to.number(), to.text(), refusal);
            if (!to.inPart()) {
                to.response().setStatus(refusal.status());
                return page.one(to.id(), to.number(), to.person(), typed, to.model());
            }
        }
        return page.beside(to.id(), to.person(), typed, to.model());
    }

    private static ChangeId change(String id) {
        return new ChangeId(id);
    }
}
