package dev.countersign.policy.web;

import dev.countersign.forms.Answers;
import dev.countersign.forms.FormSchema;
import dev.countersign.forms.FormView;
import dev.countersign.forms.Forms;
import dev.countersign.forms.Offers;
import dev.countersign.forms.Reading;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.Salvaged;
import dev.countersign.policy.Edition;
import dev.countersign.policy.EditionDecisions;
import dev.countersign.policy.PolicyDraft;
import dev.countersign.policy.PolicyDraftId;
import dev.countersign.policy.PolicyDrafts;
import dev.countersign.refusals.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one draft, on which leaders say yes or no to it. */
@Controller
class DraftController {

    private final PolicyDrafts drafts;
    private final EditionDecisions decisions;
    private final DraftPage page;
    private final Forms forms;

    DraftController(PolicyDrafts drafts, EditionDecisions decisions, DraftPage page, Forms forms) {
        this.drafts = drafts;
        this.decisions = decisions;
        this.page = page;
        this.forms = forms;
    }

    @GetMapping("/policy/drafts/{id}")
    @AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.AUDITOR, Role.SYSTEM_OWNER})
    String read(@PathVariable String id, Person reader, Salvaged salvaged, Model model) {
        boolean decides = salvaged.fields().containsKey("decision");
        model.addAttribute("withdrawal", shown(DraftPage.WITHDRAWAL_FORM, decides ? Salvaged.NOTHING : salvaged));
        var form = shown(DraftPage.FORM, decides ? salvaged : Salvaged.NOTHING);
        return page.show(drafts.get(new PolicyDraftId(id)), reader, Optional.of(form), Optional.empty(), model);
    }

    private FormView shown(String form, Salvaged salvaged) {
        FormSchema schema = forms.get(form);
        return schema.shown(salvaged.fields(), Offers.NONE);
    }

    /** The table as a DMN file, as it was saved last. */
    @GetMapping("/policy/drafts/{id}/file")
    @AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.AUDITOR, Role.SYSTEM_OWNER})
    ResponseEntity<byte[]> file(@PathVariable String id) {
        return DmnFile.of(id, drafts.file(drafts.get(new PolicyDraftId(id))));
    }

    /** The form says which proposal it was about: by now another one may wait. */
    @PostMapping("/policy/drafts/{id}/decision")
    @AllowedTo({Role.VP, Role.DIRECTOR})
    String decide(
            @PathVariable String id,
            @RequestParam("_round") int round,
            Person leader,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        PolicyDraft draft = drafts.get(new PolicyDraftId(id));
        Reading sent = forms.get(DraftPage.FORM).read(typed, Offers.NONE);
        if (sent.isUnfinished()) {
            draft.toDecide(leader).demand();
            response.setStatus(sent.status());
            return page.show(draft, leader, Optional.of(sent.view()), Optional.empty(), model);
        }
        try {
            flash.addFlashAttribute("said", decide(draft.id(), round, leader, sent.answers()));
            return "redirect:/policy/drafts/" + id;
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.FORBIDDEN) {
                throw refusal;
            }
            response.setStatus(refusal.status());
            return page.show(drafts.get(draft.id()), leader, Optional.of(sent.view()), Optional.of(refusal), model);
        }
    }

    private String decide(PolicyDraftId id, int round, Person leader, Answers said) {
        boolean approves = said.text("decision").equals("approve");
        Edition decided = decisions.decide(id, round, leader, approves, said.text(approves ? "comment" : "reason"));
        if (!approves) {
            return "It is sent back to its editors.";
        }
        return decided.isApproved()
                ? "It is approved by two leaders."
                : "Your approval is recorded. Another leader has to approve it as well.";
    }
}
