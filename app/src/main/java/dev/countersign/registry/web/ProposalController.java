package dev.countersign.registry.web;

import dev.countersign.forms.Answers;
import dev.countersign.forms.NextPage;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.sheets.Opened;
import dev.countersign.identity.sheets.Result.Done;
import dev.countersign.identity.sheets.Sent;
import dev.countersign.identity.sheets.Sheet;
import dev.countersign.registry.Proposal;
import dev.countersign.registry.ProposalId;
import dev.countersign.registry.Proposals;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists what people want to edit, and lets a second person say yes or no. */
@Controller
class ProposalController {

    private static final int PAGE = 30;

    private final Proposals proposals;
    private final ProposalPage page;
    private final People people;

    ProposalController(Proposals proposals, ProposalPage page, People people) {
        this.proposals = proposals;
        this.page = page;
        this.people = people;
    }

    @GetMapping("/registry/proposals")
    @AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.AUDITOR, Role.SYSTEM_OWNER})
    String list(@RequestParam(defaultValue = "false") boolean open, Optional<String> before, Model model) {
        List<Proposal> found = proposals.page(open, before.map(ProposalId::new), PAGE + 1);
        List<Proposal> shown = found.subList(0, Math.min(PAGE, found.size()));
        var name =
                people.names(shown.stream().map(Proposal::proposedBy).distinct().toList());
        model.addAttribute("open", open);
        model.addAttribute(
                "rows",
                shown.stream().map(proposal -> ProposalRow.of(proposal, name)).toList());
        model.addAttribute(
                "next",
                found.size() > PAGE
                        ? NextPage.path("before", shown.getLast().id().value())
                        : null);
        return "registry/proposals";
    }

    @GetMapping("/registry/proposals/{id}")
    @AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.AUDITOR, Role.SYSTEM_OWNER})
    String read(@PathVariable String id, Person reader, Opened opened) {
        return opened.show(sheet(proposals.get(new ProposalId(id)), reader));
    }

    @PostMapping("/registry/proposals/{id}/decision")
    @AllowedTo({Role.SYSTEM_OWNER, Role.DIRECTOR, Role.VP})
    String decide(@PathVariable String id, Person second, Sent sent) {
        Proposal proposal = proposals.get(new ProposalId(id));
        return sent.carryOut(
                sheet(proposal, second),
                proposal.toDecide(second),
                said -> new Done("/registry/proposals/" + id, decide(proposal, second, said)));
    }

    @PostMapping("/registry/proposals/{id}/withdrawal")
    @AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.SYSTEM_OWNER, Role.DIRECTOR, Role.VP})
    String withdraw(@PathVariable String id, Person proposer, RedirectAttributes flash) {
        proposals.withdraw(new ProposalId(id), proposer);
        flash.addFlashAttribute("said", "It is withdrawn and never took effect.");
        return "redirect:/registry/proposals/" + id;
    }

    private String decide(Proposal proposal, Person second, Answers said) {
        boolean approves = said.text("decision").equals("approve");
        proposals.decide(proposal.id(), second, approves, said.text(approves ? "comment" : "reason"));
        return approves ? "It is approved, and true from this moment." : "It is declined. Nothing of it became true.";
    }

    /** Read anew when it is shown: somebody may have decided meanwhile. */
    private Sheet sheet(Proposal proposal, Person reader) {
        return Sheet.on(
                "decide-registry-edit", (form, model) -> page.show(proposals.get(proposal.id()), reader, form, model));
    }
}
