package dev.countersign.changes.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePermissions;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Transfers;
import dev.countersign.forms.FormView;
import dev.countersign.forms.Forms;
import dev.countersign.forms.Offers;
import dev.countersign.forms.Reading;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import dev.countersign.identity.Salvaged;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Permission.Denied;
import dev.countersign.refusals.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets authors and leaders hand a change over. */
@Controller
@AllowedTo({Role.ENGINEER, Role.DIRECTOR, Role.VP})
class TransferController {

    private static final String FORM = "transfer-change";

    private final Forms forms;
    private final ChangeOffers offers;
    private final Changes changes;
    private final ChangePermissions permissions;
    private final Transfers transfers;
    private final People people;

    TransferController(
            Forms forms,
            ChangeOffers offers,
            Changes changes,
            ChangePermissions permissions,
            Transfers transfers,
            People people) {
        this.forms = forms;
        this.offers = offers;
        this.changes = changes;
        this.permissions = permissions;
        this.transfers = transfers;
        this.people = people;
    }

    @GetMapping("/changes/{id}/transfer")
    String ask(@PathVariable String id, Person person, Salvaged salvaged, Model model) {
        Change change = changes.get(new ChangeId(id));
        transfers.toHandOver(change, person).demand();
        var schema = forms.get(FORM);
        Offers others = offers.without(change.author());
        return page(change, schema.shown(salvaged.fields(), others), model);
    }

    @PostMapping("/changes/{id}/transfer")
    String handOver(
            @PathVariable String id,
            Person person,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Change change = changes.get(new ChangeId(id));
        Permission permission = transfers.toHandOver(change, person);
        permission.demandRight();
        Reading sent = forms.get(FORM).read(typed, offers.without(change.author()));
        if (permission instanceof Denied(Refusal refusal)) {
            return refused(change, refusal, sent, model, response);
        }
        if (sent.isUnfinished()) {
            response.setStatus(sent.status());
            return page(change, sent.view(), model);
        }
        PersonId next = PersonId.recorded(sent.answers().text("to"));
        try {
            Change handed = transfers.handOver(
                    change.id(), person, next, sent.answers().text("reason").strip());
            flash.addFlashAttribute(
                    "said",
                    "%s has it now.".formatted(people.names(Set.of(next)).apply(next)));
            return permissions.toRead(handed, person).granted() ? "redirect:/changes/" + id : "redirect:/desk";
        } catch (Refusal refusal) {
            return refused(change, refusal, sent, model, response);
        }
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
        return "changes/transfer-change";
    }
}
