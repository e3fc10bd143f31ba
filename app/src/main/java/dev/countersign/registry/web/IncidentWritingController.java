package dev.countersign.registry.web;

import dev.countersign.forms.Answer;
import dev.countersign.forms.Answers;
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
import dev.countersign.registry.Facts;
import dev.countersign.registry.Incident;
import dev.countersign.registry.Incidents;
import dev.countersign.registry.Proposal;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets somebody report an incident, or correct what is said of one. */
@Controller
@AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.SYSTEM_OWNER, Role.DIRECTOR, Role.VP})
class IncidentWritingController {

    private final Incidents incidents;
    private final Facts facts;
    private final Forms forms;
    private final RegistryOffers offers;
    private final SentForms sentForms;

    IncidentWritingController(
            Incidents incidents, Facts facts, Forms forms, RegistryOffers offers, SentForms sentForms) {
        this.incidents = incidents;
        this.facts = facts;
        this.forms = forms;
        this.offers = offers;
        this.sentForms = sentForms;
    }

    /** Opened from a system's page, that system is filled in. */
    @GetMapping("/registry/incidents/new")
    String ask(Optional<String> system, Salvaged salvaged, Model model) {
        Optional<Answers> known = system.map(key -> new Answers(Map.of(
                "systems", new Answer.Chosen(List.of(key)),
                "lostOrders", new Answer.Amount(BigDecimal.ZERO),
                "errors", new Answer.Amount(BigDecimal.ZERO),
                "cause", new Answer.Text("unknown"))));
        return page(sheet(known).shown(salvaged), Optional.empty(), model);
    }

    @PostMapping("/registry/incidents/new")
    String report(
            Person reporter,
            FormNumber number,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Reading sent = sheet(Optional.empty()).read(typed);
        if (sent.isUnfinished()) {
            response.setStatus(sent.status());
            return page(sent.view(), Optional.empty(), model);
        }
        Incident incident = IncidentSheet.incident("", sent.answers());
        var flaws = incidents.flaws(incident);
        if (!flaws.isEmpty()) {
            return page(Sheet.withFlaws(sent, flaws, response), Optional.empty(), model);
        }
        String reason = sent.answers().text("reason");
        return proposed(reporter, number, () -> incidents.report(incident, reason, reporter), flash);
    }

    @GetMapping("/registry/incidents/{id}/edit")
    String ask(@PathVariable String id, Salvaged salvaged, Model model) {
        Incident incident = incidents.get(id);
        return page(sheet(Optional.of(IncidentSheet.of(incident))).shown(salvaged), Optional.of(incident), model);
    }

    @PostMapping("/registry/incidents/{id}/edit")
    String correct(
            @PathVariable String id,
            @RequestParam("_seen") int seen,
            Person reporter,
            FormNumber number,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Incident now = incidents.get(id);
        Reading sent = sheet(Optional.of(IncidentSheet.of(now))).read(typed);
        if (sent.isUnfinished()) {
            response.setStatus(sent.status());
            return page(sent.view(), Optional.of(now), model);
        }
        Incident wanted = IncidentSheet.incident(id, sent.answers());
        var flaws = incidents.flaws(wanted);
        if (!flaws.isEmpty()) {
            return page(Sheet.withFlaws(sent, flaws, response), Optional.of(now), model);
        }
        if (seen != facts.newest(now)) {
            response.setStatus(Refusal.Kind.CONFLICT.status());
            model.addAttribute("warned", "Somebody's correction became true meanwhile. Compare, and send it again.");
            return page(sent.view(), Optional.of(now), model);
        }
        String reason = sent.answers().text("reason");
        return proposed(reporter, number, () -> incidents.correct(wanted, reason, reporter), flash);
    }

    private String proposed(Person reporter, FormNumber number, Supplier<Proposal> deed, RedirectAttributes flash) {
        String proposal = sentForms.once(reporter, number, () -> deed.get().id().value());
        flash.addFlashAttribute("said", "It is reported. It counts when a second person confirms it.");
        return "redirect:/registry/proposals/" + proposal;
    }

    private Sheet sheet(Optional<Answers> known) {
        return new Sheet(forms.get(IncidentSheet.FORM), offers.systems(), known);
    }

    private String page(FormView form, Optional<Incident> known, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("incident", known.orElse(null));
        model.addAttribute("seen", known.map(facts::newest).orElse(0));
        return "registry/write-incident";
    }
}
