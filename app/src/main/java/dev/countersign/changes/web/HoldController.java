package dev.countersign.changes.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Hold;
import dev.countersign.changes.Holds;
import dev.countersign.forms.FormView;
import dev.countersign.forms.Forms;
import dev.countersign.forms.Offers;
import dev.countersign.forms.Reading;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.Salvaged;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Permission.Denied;
import dev.countersign.refusals.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets everybody hold a change, and say that it may go on. */
@Controller
@AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.AUDITOR, Role.SYSTEM_OWNER})
class HoldController {

    private static final String FORM = "hold-change";

    private final Forms forms;
    private final Changes changes;
    private final Holds holds;

    HoldController(Forms forms, Changes changes, Holds holds) {
        this.forms = forms;
        this.changes = changes;
        this.holds = holds;
    }

    @GetMapping("/changes/{id}/hold")
    String ask(@PathVariable String id, Person person, Salvaged salvaged, Model model) {
        Change change = changes.get(new ChangeId(id));
        holds.toHold(change, person).demand();
        var schema = forms.get(FORM);
        return page(change, schema.shown(salvaged.fields(), Offers.NONE), model);
    }

    @PostMapping("/changes/{id}/hold")
    String hold(
            @PathVariable String id,
            Person person,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Change change = changes.get(new ChangeId(id));
        Permission permission = holds.toHold(change, person);
        permission.demandRight();
        Reading sent = forms.get(FORM).read(typed, Offers.NONE);
        if (permission instanceof Denied(Refusal refusal)) {
            return refused(change, refusal, sent, model, response);
        }
        if (sent.isUnfinished()) {
            response.setStatus(sent.status());
            return page(change, sent.view(), model);
        }
        try {
            holds.hold(change.id(), person, sent.answers().text("reason"));
        } catch (Refusal refusal) {
            return refused(change, refusal, sent, model, response);
        }
        flash.addFlashAttribute("said", "It is held. The gate lets nothing of it through.");
        return "redirect:/changes/" + id;
    }

    @PostMapping("/changes/{id}/release")
    String release(@PathVariable String id, Person person, RedirectAttributes flash) {
        Optional<Hold> left = holds.release(new ChangeId(id), person);
        flash.addFlashAttribute(
                "said",
                left.map(hold ->
                                "Your word is on the record. It goes on when %s says so too.".formatted(hold.missing()))
                        .orElse("It is held no more."));
        return "redirect:/changes/" + id;
    }

    private static String refused(
            Change change, Refusal refusal, Reading sent, Model model, HttpServletResponse response) {
        model.addAttribute("refused", refusal);
        response.setStatus(refusal.status());
        return page(change, sent.view(), model);
    }

    private static String page(Change change, FormView form, Model model) {
        model.addAttribute("change", change);
        model.addAttribute("form", form);
        return "changes/hold-change";
    }
}
