package dev.countersign.reviews.web;

import dev.countersign.identity.Person;
import dev.countersign.refusals.Refusal;
import dev.countersign.reviews.Verdict;
import dev.countersign.reviews.Verdicts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A decision that is not recorded: sent twice, overtaken, or not the sender's to take. What was typed comes back to be
 * copied.
 */
@Component
class LateDecision {

    private final Verdicts verdicts;

    LateDecision(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    /** Whether this stands on the record already, as after a second press of the button. */
    boolean isRecorded(long task, Person person, MultiValueMap<String, String> typed) {
        return verdicts.on(task, person.id())
                .filter(verdict -> verdict.comment().equals(comment(typed)))
                .isPresent();
    }

    boolean isReaffirmed(long task, Person person) {
        return verdicts.on(task, person.id()).filter(Verdict::approves).isPresent();
    }

    String thank(RedirectAttributes flash) {
        flash.addFlashAttribute("said", "Your decision is on the record.");
        return "redirect:/reviews";
    }

    /** Its task is closed. */
    String overtaken(Refusal done, MultiValueMap<String, String> typed, Model model, HttpServletResponse response) {
        response.setStatus(done.status());
        return refused(done, "Your decision came too late", typed, model);
    }

    /** The seat is not theirs. */
    String denied(Refusal denial, MultiValueMap<String, String> typed, Model model, HttpServletResponse response) {
        response.setStatus(denial.status());
        return refused(denial, "This decision is not yours", typed, model);
    }

    private static String refused(Refusal refusal, String title, MultiValueMap<String, String> typed, Model model) {
        model.addAttribute("refused", refusal);
        model.addAttribute("title", title);
        model.addAttribute("typed", own(typed));
        return "reviews/refused";
    }

    private static String comment(MultiValueMap<String, String> typed) {
        String reason = text(typed, "reason");
        return reason.isEmpty() ? text(typed, "comment") : reason;
    }

    private static String text(MultiValueMap<String, String> typed, String field) {
        return Objects.requireNonNullElse(typed.getFirst(field), "")
                .replace("\r\n", "\n")
                .strip();
    }

    private static Map<String, List<String>> own(MultiValueMap<String, String> typed) {
        var own = new LinkedHashMap<String, List<String>>();
        typed.forEach((name, values) -> {
            if (!name.startsWith("_") && !String.join("", values).isBlank()) {
                own.put(name, values);
            }
        });
        return own;
    }
}
