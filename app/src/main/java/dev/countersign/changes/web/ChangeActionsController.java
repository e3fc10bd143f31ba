package dev.countersign.changes.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePermissions;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Outcome;
import dev.countersign.forms.Answers;
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
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What authors do with a submitted change: withdraw it, report its execution, record its outcome. */
@Controller
@AllowedTo(Role.ENGINEER)
class ChangeActionsController {

    private final Forms forms;
    private final Changes changes;
    private final ChangePermissions permissions;

    ChangeActionsController(Forms forms, Changes changes, ChangePermissions permissions) {
        this.forms = forms;
        this.changes = changes;
        this.permissions = permissions;
    }

    @GetMapping("/changes/{id}/{action:withdrawal|execution|outcome}")
    String ask(@PathVariable String id, @PathVariable String action, Person author, Salvaged salvaged, Model model) {
        Change change = changes.get(new ChangeId(id));
        ChangeAction asked = ChangeAction.of(action);
        permission(asked, change, author).demand();
        var schema = forms.get(asked.form());
        var form = schema.shown(salvaged.fields(), Offers.NONE);
        return page(change, asked, form, model);
    }

    @PostMapping("/changes/{id}/{action:withdrawal|execution|outcome}")
    String act(
            @PathVariable String id,
            @PathVariable String action,
            Person author,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Change change = changes.get(new ChangeId(id));
        ChangeAction asked = ChangeAction.of(action);
        Permission permission = permission(asked, change, author);
        permission.demandRight();
        Reading reading = forms.get(asked.form()).read(typed, Offers.NONE);
        if (permission instanceof Denied(Refusal refusal)) {
            return refused(change, asked, refusal, reading, model, response);
        }
        if (reading.isUnfinished()) {
            response.setStatus(reading.status());
            return page(change, asked, reading.view(), model);
        }
        try {
            perform(asked, change.id(), author, reading.answers());
            flash.addFlashAttribute("said", asked.done());
            return "redirect:/changes/" + id;
        } catch (Refusal refusal) {
            return refused(change, asked, refusal, reading, model, response);
        }
    }

    /** What was typed comes back with the reason. */
    private static String refused(
            Change change,
            ChangeAction asked,
            Refusal refusal,
            Reading reading,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("refused", refusal);
        response.setStatus(refusal.status());
        return page(change, asked, reading.view(), model);
    }

    private Permission permission(ChangeAction action, Change change, Person author) {
        return switch (action) {
            case WITHDRAWAL -> permissions.toWithdraw(change, author);
            case EXECUTION -> permissions.toReportExecution(change, author);
            case OUTCOME -> permissions.toRecordOutcome(change, author);
        };
    }

    private Change perform(ChangeAction action, ChangeId id, Person author, Answers answers) {
        return switch (action) {
            case WITHDRAWAL -> changes.withdraw(id, author, answers.text("reason"));
            case EXECUTION ->
                changes.reportExecution(id, author, answers.moment("executedAt").orElseThrow(), answers.text("note"));
            case OUTCOME ->
                changes.recordOutcome(
                        id,
                        author,
                        answers.text("outcome").equals("successful") ? Outcome.SUCCESSFUL : Outcome.ROLLED_BACK,
                        answers.text("notes"));
        };
    }

    private static String page(Change change, ChangeAction action, Object form, Model model) {
        model.addAttribute("change", change);
        model.addAttribute("asked", action);
        model.addAttribute("form", form);
        return "changes/action";
    }
}
