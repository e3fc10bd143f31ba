package dev.countersign.registry.web;

import dev.countersign.forms.FormView;
import dev.countersign.forms.Forms;
import dev.countersign.forms.Reading;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.FormNumber;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.Salvaged;
import dev.countersign.identity.SentForms;
import dev.countersign.refusals.Refusal;
import dev.countersign.registry.Catalogue;
import dev.countersign.registry.Department;
import dev.countersign.registry.Edits;
import dev.countersign.registry.Facts;
import dev.countersign.registry.Systems;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets somebody describe a department, and who leads it. */
@Controller
@AllowedTo({Role.SYSTEM_OWNER, Role.DIRECTOR, Role.VP})
class DepartmentController {

    private final Edits edits;
    private final Facts facts;
    private final Systems systems;
    private final Forms forms;
    private final RegistryOffers offers;
    private final SentForms sentForms;

    DepartmentController(
            Edits edits, Facts facts, Systems systems, Forms forms, RegistryOffers offers, SentForms sentForms) {
        this.edits = edits;
        this.facts = facts;
        this.systems = systems;
        this.forms = forms;
        this.offers = offers;
        this.sentForms = sentForms;
    }

    @GetMapping({"/registry/departments/new", "/registry/departments/{key}/edit"})
    String ask(@PathVariable Optional<String> key, Salvaged salvaged, Model model) {
        Optional<Department> known = key.map(systems::department);
        return page(sheet(known).shown(salvaged), known, model);
    }

    @PostMapping({"/registry/departments/new", "/registry/departments/{key}/edit"})
    String propose(
            @PathVariable Optional<String> key,
            @RequestParam("_seen") int seen,
            Person proposer,
            FormNumber number,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Optional<Department> known = key.map(systems::department);
        Reading sent = sheet(known).read(typed);
        if (sent.isUnfinished()) {
            response.setStatus(sent.status());
            return page(sent.view(), known, model);
        }
        if (seen != known.map(facts::newest).orElse(0)) {
            response.setStatus(Refusal.Kind.CONFLICT.status());
            model.addAttribute(
                    "warned", "Somebody's edit of this department became true meanwhile. Compare, and send it again.");
            return page(sent.view(), known, model);
        }
        Catalogue catalogue = new Catalogue(List.of(SystemSheet.department(sent.answers())), List.of());
        var flaws = edits.plan(catalogue).flaws();
        if (!flaws.isEmpty()) {
            return page(Sheet.withFlaws(sent, flaws, response), known, model);
        }
        String reason = sent.answers().text("reason");
        String proposal = sentForms.once(
                proposer,
                number,
                () -> edits.describe(catalogue, reason, proposer).id().value());
        flash.addFlashAttribute("said", "It is proposed. It becomes true when a second person approves it.");
        return "redirect:/registry/proposals/" + proposal;
    }

    private Sheet sheet(Optional<Department> known) {
        return new Sheet(
                forms.get(SystemSheet.DEPARTMENT_FORM),
                offers.forDepartment(known.map(Department::director), known.map(Department::vp)),
                known.map(SystemSheet::of));
    }

    private String page(FormView form, Optional<Department> known, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("department", known.orElse(null));
        model.addAttribute("seen", known.map(facts::newest).orElse(0));
        return "registry/write-department";
    }
}
