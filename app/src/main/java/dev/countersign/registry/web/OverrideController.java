package dev.countersign.registry.web;

import dev.countersign.forms.FormView;
import dev.countersign.forms.Forms;
import dev.countersign.forms.Offers;
import dev.countersign.forms.Reading;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.FormNumber;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.Salvaged;
import dev.countersign.identity.SentForms;
import dev.countersign.moments.MomentWords;
import dev.countersign.refusals.Refusal;
import dev.countersign.registry.Edits;
import dev.countersign.registry.ProductionSystem;
import dev.countersign.registry.Proposal;
import dev.countersign.registry.Systems;
import dev.countersign.registry.TierStandings;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
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

/** Lets somebody ask for another tier than the rule gives, until a day. */
@Controller
@AllowedTo({Role.SYSTEM_OWNER, Role.DIRECTOR, Role.VP})
class OverrideController {

    private static final String FORM = "override-tier";

    private final Edits edits;
    private final Systems systems;
    private final TierStandings standings;
    private final Forms forms;
    private final SentForms sentForms;

    OverrideController(Edits edits, Systems systems, TierStandings standings, Forms forms, SentForms sentForms) {
        this.edits = edits;
        this.systems = systems;
        this.standings = standings;
        this.forms = forms;
        this.sentForms = sentForms;
    }

    @GetMapping("/registry/{key}/override")
    String ask(@PathVariable String key, Salvaged salvaged, Model model) {
        return page(key, sheet().shown(salvaged), model);
    }

    @PostMapping("/registry/{key}/override")
    String propose(
            @PathVariable String key,
            Person proposer,
            FormNumber number,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Reading sent = sheet().read(typed);
        if (sent.isUnfinished()) {
            response.setStatus(sent.status());
            return page(key, sent.view(), model);
        }
        try {
            String proposal = sentForms.once(
                    proposer, number, () -> propose(key, sent, proposer).id().value());
            flash.addFlashAttribute("said", "It is proposed. It counts when a director or VP approves it.");
            return "redirect:/registry/proposals/" + proposal;
        } catch (Refusal refusal) {
            if (!refusal.code().equals("registry.end-out-of-range")) {
                throw refusal;
            }
            response.setStatus(refusal.status());
            return page(key, sent.view(List.of(sent.problem("lastDay", refusal.wayOut()))), model);
        }
    }

    private Proposal propose(String key, Reading sent, Person proposer) {
        Instant end = MomentWords.forReader()
                .startOf(sent.answers().day("lastDay").orElseThrow().plusDays(1));
        return edits.override(
                key,
                Integer.parseInt(sent.answers().text("tier")),
                sent.answers().text("reason"),
                end,
                proposer);
    }

    private Sheet sheet() {
        return new Sheet(forms.get(FORM), Offers.NONE, Optional.empty());
    }

    private String page(String key, FormView form, Model model) {
        ProductionSystem system = systems.get(key);
        model.addAttribute("system", system);
        model.addAttribute("standing", standings.of(system.key()));
        model.addAttribute("form", form);
        return "registry/override";
    }
}
