package dev.countersign.registry.web;

import dev.countersign.forms.FormView;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.sheets.Result.Done;
import dev.countersign.refusals.Permission.Denied;
import dev.countersign.refusals.Refusal;
import dev.countersign.registry.Decision;
import dev.countersign.registry.Differences;
import dev.countersign.registry.Edit;
import dev.countersign.registry.Proposal;
import dev.countersign.registry.Proposals;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Everything on the page of one proposal: what it changes, who asked, and what the reader may do about it. */
@Component
class ProposalPage {

    private static final int MOST = 100;

    private final Proposals proposals;
    private final Differences differences;
    private final People people;

    ProposalPage(Proposals proposals, Differences differences, People people) {
        this.proposals = proposals;
        this.differences = differences;
        this.people = people;
    }

    /** On to what was just proposed. */
    static Done proposed(Proposal proposal) {
        return leadTo(proposal, "It is proposed. It takes effect when a second person approves it.");
    }

    static Done leadTo(Proposal proposal, String said) {
        return new Done("/registry/proposals/" + proposal.id(), said);
    }

    String show(Proposal proposal, Person reader, FormView form, Model model) {
        Edit edit = proposals.edit(proposal.id());
        var name = people.names(
                Stream.concat(Stream.of(proposal.proposedBy()), proposal.decision().map(Decision::by).stream())
                        .toList());
        model.addAttribute("proposal", proposal);
        model.addAttribute("row", ProposalRow.of(proposal, name));
        model.addAttribute(
                "decider", proposal.decision().map(Decision::by).map(name).orElse(null));
        model.addAttribute("differences", differences.of(edit, proposal.isOpen(), MOST));
        model.addAttribute("total", edit.size());
        model.addAttribute("overrides", edit.overrides());
        model.addAttribute("origins", edit.entities().stream().limit(MOST).toList());
        model.addAttribute("originsInAll", edit.entities().size());
        boolean overtaken = proposal.isOpen() && !differences.overtaken(edit).isEmpty();
        model.addAttribute("overtaken", overtaken);
        model.addAttribute(
                "again",
                overtaken && edit.systems().size() == 1
                        ? edit.systems().getFirst().facts().key()
                        : null);
        model.addAttribute("mayWithdraw", proposal.toWithdraw(reader).granted());
        model.addAttribute("form", proposal.toDecide(reader).granted() ? form : null);
        if (!proposal.toDecide(reader).granted()) {
            model.addAttribute("formless", true);
        }
        model.addAttribute(
                "why", proposal.isOpen() && proposal.toDecide(reader) instanceof Denied(Refusal no) ? no : null);
        return "registry/proposal";
    }
}
