package dev.countersign.policy.web;

import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.sheets.Opened;
import dev.countersign.identity.sheets.Result.Done;
import dev.countersign.identity.sheets.Sent;
import dev.countersign.identity.sheets.Sheet;
import dev.countersign.policy.PolicyDraft;
import dev.countersign.policy.PolicyDraftId;
import dev.countersign.policy.PolicyDrafts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets an editor put a draft before the leaders. */
@Controller
@AllowedTo({Role.VP, Role.DIRECTOR, Role.SYSTEM_OWNER})
class ProposalController {

    private final PolicyDrafts drafts;

    ProposalController(PolicyDrafts drafts) {
        this.drafts = drafts;
    }

    @GetMapping("/policy/drafts/{id}/propose")
    String ask(@PathVariable String id, Person editor, Opened opened) {
        PolicyDraft draft = drafts.get(new PolicyDraftId(id));
        draft.toEdit(editor).demand();
        return opened.show(sheet(draft));
    }

    @PostMapping("/policy/drafts/{id}/propose")
    String propose(@PathVariable String id, @RequestParam("_read") int read, Person editor, Sent sent) {
        PolicyDraft draft = drafts.get(new PolicyDraftId(id));
        return sent.carryOut(sheet(draft), draft.toEdit(editor), said -> {
            drafts.propose(draft.id(), read, said.moment("startsAt").orElseThrow(), said.text("reason"), editor);
            return new Done(
                    "/policy/drafts/" + id, "It is proposed. Two leaders who did not write it have to approve it.");
        });
    }

    private static Sheet sheet(PolicyDraft draft) {
        return Sheet.on("policy/propose-edition", "propose-edition")
                .about("draft", draft)
                .placing("policy.edition-starts-in-past", "startsAt");
    }
}
