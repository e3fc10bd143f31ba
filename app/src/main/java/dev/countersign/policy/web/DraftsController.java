package dev.countersign.policy.web;

import dev.countersign.forms.FormView;
import dev.countersign.forms.Forms;
import dev.countersign.forms.NextPage;
import dev.countersign.forms.Offers;
import dev.countersign.forms.Reading;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.FormNumber;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.Salvaged;
import dev.countersign.identity.SentForms;
import dev.countersign.policy.DraftRules;
import dev.countersign.policy.Policies;
import dev.countersign.policy.PolicyDraft;
import dev.countersign.policy.PolicyDraftId;
import dev.countersign.policy.PolicyDrafts;
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

/** Lists drafts of the policy, and lets somebody begin one from a version that there is. */
@Controller
class DraftsController {

    private static final int PAGE = 30;
    private static final String FORM = "begin-draft";
    private static final String PATH = "/policy/drafts/new";

    private final PolicyDrafts drafts;
    private final Policies policies;
    private final DraftRow.Describing describing;
    private final Forms forms;
    private final SentForms sentForms;

    DraftsController(
            PolicyDrafts drafts, Policies policies, DraftRow.Describing describing, Forms forms, SentForms sentForms) {
        this.drafts = drafts;
        this.policies = policies;
        this.describing = describing;
        this.forms = forms;
        this.sentForms = sentForms;
    }

    @GetMapping("/policy/drafts")
    @AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.AUDITOR, Role.SYSTEM_OWNER})
    String list(Person reader, Optional<String> before, Model model) {
        List<PolicyDraft> found = drafts.page(before.map(PolicyDraftId::new), PAGE + 1);
        List<PolicyDraft> page = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("rows", describing.rows(page));
        model.addAttribute(
                "next",
                found.size() > PAGE
                        ? NextPage.path("before", page.getLast().id().value())
                        : null);
        model.addAttribute("mayBegin", DraftRules.toBegin(reader).granted());
        return "policy/drafts";
    }

    @GetMapping(PATH)
    @AllowedTo({Role.VP, Role.DIRECTOR, Role.SYSTEM_OWNER})
    String ask(Person writer, Optional<String> from, Salvaged salvaged, Model model) {
        DraftRules.toBegin(writer).demand();
        var schema = forms.get(FORM);
        return page(
                schema.shown(salvaged.fields(), Offers.NONE),
                from.orElseGet(() -> policies.inForce().id()),
                model);
    }

    @PostMapping(PATH)
    @AllowedTo({Role.VP, Role.DIRECTOR, Role.SYSTEM_OWNER})
    String begin(
            Person writer,
            FormNumber number,
            @RequestParam("_from") String from,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response) {
        DraftRules.toBegin(writer).demand();
        Reading sent = forms.get(FORM).read(typed, Offers.NONE);
        if (sent.isUnfinished()) {
            response.setStatus(sent.status());
            return page(sent.view(), from, model);
        }
        String title = sent.answers().text("title");
        String draft = sentForms.once(
                writer, number, () -> drafts.begin(from, title, writer).id().value());
        return "redirect:/policy/drafts/%s/edit".formatted(draft);
    }

    @PostMapping("/policy/drafts/{id}/discard")
    @AllowedTo({Role.VP, Role.DIRECTOR, Role.SYSTEM_OWNER})
    String discard(@PathVariable String id, Person editor, RedirectAttributes flash) {
        PolicyDraft draft = drafts.get(new PolicyDraftId(id));
        drafts.discard(draft.id(), editor);
        flash.addFlashAttribute("said", "The draft “%s” is thrown away.".formatted(draft.title()));
        return "redirect:/policy/drafts";
    }

    private String page(FormView form, String from, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("from", policies.get(from));
        return "policy/begin";
    }
}
