package dev.countersign.policy.web;

import dev.countersign.forms.Answers;
import dev.countersign.forms.FormView;
import dev.countersign.forms.Forms;
import dev.countersign.forms.Offers;
import dev.countersign.forms.Reading;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.Salvaged;
import dev.countersign.policy.PolicyDraft;
import dev.countersign.policy.PolicyDraftId;
import dev.countersign.policy.PolicyDrafts;
import dev.countersign.refusals.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets an editor put a draft before the leaders. */
@Controller
@AllowedTo({Role.VP, Role.DIRECTOR, Role.SYSTEM_OWNER})
class ProposalController {

    private static final String FORM = "propose-edition";

    private final PolicyDrafts drafts;
    private final Forms forms;

    ProposalController(PolicyDrafts drafts, Forms forms) {
        this.drafts = drafts;
        this.forms = forms;
    }

    @GetMapping("/policy/drafts/{id}/propose")
    String ask(@PathVariable String id, Person editor, Salvaged salvaged, Model model) {
        PolicyDraft draft = drafts.get(new PolicyDraftId(id));
        draft.toEdit(editor).demand();
        var schema = forms.get(FORM);
        return page(draft, schema.shown(salvaged.fields(), Offers.NONE), model);
    }

    @PostMapping("/policy/drafts/{id}/propose")
    String propose(
            @PathVariable String id,
            @RequestParam("_read") int read,
            Person editor,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        PolicyDraft draft = drafts.get(new PolicyDraftId(id));
        draft.toEdit(editor).demand();
        Reading sent = forms.get(FORM).read(typed, Offers.NONE);
        if (sent.isUnfinished()) {
            response.setStatus(sent.status());
            return page(draft, sent.view(), model);
        }
        try {
            Answers said = sent.answers();
            drafts.propose(draft.id(), read, said.moment("startsAt").orElseThrow(), said.text("reason"), editor);
        } catch (Refusal refusal) {
            return refused(draft, refusal, sent, model, response);
        }
        flash.addFlashAttribute("said", "It is proposed. Two leaders who did not write it have to approve it.");
        return "redirect:/policy/drafts/" + id;
    }

    /** What is wrong with the time is said at the time; anything else is no fault of the form. */
    private static String refused(
            PolicyDraft draft, Refusal refusal, Reading sent, Model model, HttpServletResponse response) {
        boolean ofForm = refusal.kind() == Refusal.Kind.INVALID;
        if (!ofForm) {
            model.addAttribute("refused", refusal);
        }
        response.setStatus(refusal.status());
        return page(
                draft, ofForm ? sent.view(List.of(sent.problem("startsAt", refusal.wayOut()))) : sent.view(), model);
    }

    private static String page(PolicyDraft draft, FormView form, Model model) {
        model.addAttribute("draft", draft);
        model.addAttribute("form", form);
        return "policy/propose-edition";
    }
}
