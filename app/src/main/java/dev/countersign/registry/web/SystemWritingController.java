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
import dev.countersign.registry.Edits;
import dev.countersign.registry.Facts;
import dev.countersign.registry.Flaw;
import dev.countersign.registry.ProposalId;
import dev.countersign.registry.Proposals;
import dev.countersign.registry.SystemFacts;
import dev.countersign.spelling.CatalogueKey;
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

/** Lets somebody describe a new system, or one that is there, anew. */
@Controller
@AllowedTo({Role.SYSTEM_OWNER, Role.DIRECTOR, Role.VP})
class SystemWritingController {

    private final Edits edits;
    private final Facts facts;
    private final Proposals proposals;
    private final Forms forms;
    private final RegistryOffers offers;
    private final SentForms sentForms;

    SystemWritingController(
            Edits edits, Facts facts, Proposals proposals, Forms forms, RegistryOffers offers, SentForms sentForms) {
        this.edits = edits;
        this.facts = facts;
        this.proposals = proposals;
        this.forms = forms;
        this.offers = offers;
        this.sentForms = sentForms;
    }

    @GetMapping("/registry/new")
    String ask(Salvaged salvaged, Model model) {
        return page(sheet(Optional.empty()).shown(salvaged), Optional.empty(), model);
    }

    @PostMapping("/registry/new")
    String register(
            Person proposer,
            FormNumber number,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return propose(proposer, number, Optional.empty(), typed, model, response, flash);
    }

    /** Filled with what is, or with what an overtaken proposal of the reader's wanted. */
    @GetMapping("/registry/{key}/edit")
    String ask(@PathVariable String key, Optional<String> proposal, Salvaged salvaged, Model model) {
        SystemFacts now = facts.system(key);
        SystemFacts wanted =
                proposal.flatMap(id -> wanted(key, new ProposalId(id))).orElse(now);
        model.addAttribute("seen", facts.newest(now));
        return page(sheet(Optional.of(wanted)).shown(salvaged), Optional.of(now), model);
    }

    @PostMapping("/registry/{key}/edit")
    String edit(
            @PathVariable String key,
            @RequestParam("_seen") int seen,
            Person proposer,
            FormNumber number,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        SystemFacts now = facts.system(key);
        model.addAttribute("seen", facts.newest(now));
        if (facts.newest(now) != seen) {
            response.setStatus(Refusal.Kind.CONFLICT.status());
            model.addAttribute(
                    "warned",
                    "Somebody's edit of this system became true while you were typing. Nothing of yours was proposed:"
                            + " it stands below. Compare it with the system's page and send it again.");
            return page(sheet(Optional.of(now)).read(typed).view(List.of()), Optional.of(now), model);
        }
        return propose(proposer, number, Optional.of(now), typed, model, response, flash);
    }

    private String propose(
            Person proposer,
            FormNumber number,
            Optional<SystemFacts> known,
            MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Reading sent = sheet(known).read(typed);
        if (sent.isUnfinished()) {
            response.setStatus(sent.status());
            return page(sent.view(), known, model);
        }
        SystemFacts wanted = SystemSheet.system(sent.answers());
        Catalogue catalogue = new Catalogue(List.of(), List.of(wanted));
        List<Flaw> flaws = flaws(catalogue, known, wanted);
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

    private List<Flaw> flaws(Catalogue catalogue, Optional<SystemFacts> known, SystemFacts wanted) {
        var plan = edits.plan(catalogue);
        if (!plan.flaws().isEmpty()) {
            return plan.flaws();
        }
        if (plan.comparison().edit().isEmpty()) {
            return List.of(Flaw.of(wanted.key(), "name", "nothing is different from what the registry says"));
        }
        boolean taken =
                known.isEmpty() && plan.comparison().edit().systems().getFirst().from() > 0;
        return taken ? List.of(Flaw.of(wanted.key(), "key", "a system of that key is registered already")) : List.of();
    }

    private Sheet sheet(Optional<SystemFacts> known) {
        return new Sheet(
                forms.get(SystemSheet.FORM),
                offers.forSystem(known.map(SystemFacts::owner)),
                known.map(SystemSheet::of));
    }

    private Optional<SystemFacts> wanted(String key, ProposalId id) {
        return proposals.edit(id).systems().stream()
                .map(revised -> revised.facts())
                .filter(system -> system.key().equals(CatalogueKey.orTyped(key)))
                .findFirst();
    }

    private static String page(FormView form, Optional<SystemFacts> known, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("system", known.orElse(null));
        return "registry/write";
    }
}
