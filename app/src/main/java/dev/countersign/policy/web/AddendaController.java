package dev.countersign.policy.web;

import dev.countersign.forms.FormView;
import dev.countersign.forms.NextPage;
import dev.countersign.forms.Reading;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.FormNumber;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import dev.countersign.identity.Salvaged;
import dev.countersign.identity.SentForms;
import dev.countersign.policy.Addenda;
import dev.countersign.policy.Addendum;
import dev.countersign.policy.AddendumId;
import dev.countersign.policy.AddendumRules;
import dev.countersign.refusals.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists addenda, and lets a VP propose one. */
@Controller
class AddendaController {

    private static final int PAGE = 30;

    private final Addenda addenda;
    private final ProposalForm form;
    private final LeaderNames names;
    private final SentForms sentForms;
    private final Clock clock;

    AddendaController(Addenda addenda, ProposalForm form, LeaderNames names, SentForms sentForms, Clock clock) {
        this.addenda = addenda;
        this.form = form;
        this.names = names;
        this.sentForms = sentForms;
        this.clock = clock;
    }

    @GetMapping("/policy/addenda")
    @AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.AUDITOR, Role.SYSTEM_OWNER})
    String list(Person reader, Optional<String> before, Model model) {
        List<Addendum> found = addenda.page(before.map(AddendumId::new), PAGE + 1);
        List<Addendum> page = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("rows", rows(page));
        model.addAttribute(
                "next",
                found.size() > PAGE
                        ? NextPage.path("before", page.getLast().id().value())
                        : null);
        model.addAttribute("mayPropose", AddendumRules.toPropose(reader).granted());
        return "policy/addenda";
    }

    @GetMapping("/policy/addenda/new")
    @AllowedTo(Role.VP)
    String ask(Person proposer, Salvaged salvaged, Model model) {
        AddendumRules.toPropose(proposer).demand();
        return page(form.shown(salvaged), model);
    }

    @PostMapping("/policy/addenda/new")
    @AllowedTo(Role.VP)
    String propose(
            Person proposer,
            FormNumber number,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Reading sent = form.read(typed);
        if (sent.isUnfinished()) {
            response.setStatus(sent.status());
            return page(sent.view(), model);
        }
        String proposed;
        try {
            var proposal = form.proposal(sent.answers());
            proposed = sentForms.once(
                    proposer,
                    number,
                    () -> addenda.propose(proposal, proposer).id().value());
        } catch (Refusal refusal) {
            response.setStatus(refusal.status());
            return page(form.refused(sent, refusal), model);
        }
        flash.addFlashAttribute("said", "It is proposed. It needs another VP or a director who approves it.");
        return "redirect:/policy/addenda/" + proposed;
    }

    private List<AddendumRow> rows(List<Addendum> page) {
        Instant now = clock.instant();
        Function<PersonId, String> name =
                names.of(page.stream().map(Addendum::proposedBy).distinct().toList());
        return page.stream()
                .map(addendum -> AddendumRow.of(addendum, now, name))
                .toList();
    }

    private static String page(FormView form, Model model) {
        model.addAttribute("form", form);
        return "policy/propose";
    }
}
