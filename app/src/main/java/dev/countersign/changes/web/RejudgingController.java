package dev.countersign.changes.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Rejudging;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.refusals.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows a director what today's policy would demand of a change on its way, and lets them decide to go by it. */
@Controller
@AllowedTo(Role.DIRECTOR)
class RejudgingController {

    private final Changes changes;
    private final Rejudging rejudging;

    RejudgingController(Changes changes, Rejudging rejudging) {
        this.changes = changes;
        this.rejudging = rejudging;
    }

    @GetMapping("/changes/{id}/judgement")
    String ask(@PathVariable String id, Person director, Model model) {
        Change change = changes.get(new ChangeId(id));
        rejudging.toRejudge(change, director).demand();
        return page(change, model);
    }

    @PostMapping("/changes/{id}/judgement")
    String rejudge(
            @PathVariable String id,
            Person director,
            @RequestParam("_version") long version,
            @RequestParam("_policy") String policy,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            rejudging.rejudge(new ChangeId(id), director, version, policy);
            flash.addFlashAttribute("said", "It is now judged by policy %s.".formatted(policy));
            return "redirect:/changes/" + id;
        } catch (Refusal refusal) {
            Change change = changes.get(new ChangeId(id));
            if (refusal.kind() != Refusal.Kind.CONFLICT
                    || !rejudging.toRejudge(change, director).granted()) {
                throw refusal;
            }
            model.addAttribute("refused", refusal);
            response.setStatus(refusal.status());
            return page(change, model);
        }
    }

    private String page(Change change, Model model) {
        model.addAttribute("change", change);
        model.addAttribute("preview", rejudging.preview(change));
        return "changes/judgement";
    }
}
