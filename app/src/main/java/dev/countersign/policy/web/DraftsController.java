package dev.countersign.policy.web;

import dev.countersign.forms.NextPage;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.sheets.Opened;
import dev.countersign.identity.sheets.Result.Done;
import dev.countersign.identity.sheets.Sent;
import dev.countersign.identity.sheets.Sheet;
import dev.countersign.policy.DraftRules;
import dev.countersign.policy.Policies;
import dev.countersign.policy.PolicyDraft;
import dev.countersign.policy.PolicyDraftId;
import dev.countersign.policy.PolicyDrafts;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists drafts of the policy, and lets somebody begin one from a version that there is. */
@Controller
class DraftsController {

    private static final int PAGE = 30;
    private static final String PATH = "/policy/drafts/new";

    private final PolicyDrafts drafts;
    private final Policies policies;
    private final DraftRow.Describing describing;

    DraftsController(PolicyDrafts drafts, Policies policies, DraftRow.Describing describing) {
        this.drafts = drafts;
        this.policies = policies;
        this.describing = describing;
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
    String ask(Person writer, Optional<String> from, Opened opened) {
        DraftRules.toBegin(writer).demand();
        return opened.show(sheet(from.orElseGet(() -> policies.inForce().id())));
    }

    @PostMapping(PATH)
    @AllowedTo({Role.VP, Role.DIRECTOR, Role.SYSTEM_OWNER})
    String begin(Person writer, @RequestParam("_from") String from, Sent sent) {
        return sent.carryOut(sheet(from), DraftRules.toBegin(writer), said -> {
            PolicyDraft draft = drafts.begin(from, said.text("title"), writer);
            return new Done(
                    "/policy/drafts/%s/edit".formatted(draft.id()),
                    "Your draft is ready to edit. Only its editors and leaders can change it.");
        });
    }

    @PostMapping("/policy/drafts/{id}/discard")
    @AllowedTo({Role.VP, Role.DIRECTOR, Role.SYSTEM_OWNER})
    String discard(@PathVariable String id, Person editor, RedirectAttributes flash) {
        PolicyDraft draft = drafts.get(new PolicyDraftId(id));
        drafts.discard(draft.id(), editor);
        flash.addFlashAttribute("said", "The draft “%s” is discarded.".formatted(draft.title()));
        return "redirect:/policy/drafts";
    }

    private Sheet sheet(String from) {
        return Sheet.on("policy/begin", "begin-draft").about("from", policies.get(from));
    }
}
