package dev.countersign.policy.web;

import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.sheets.Result.Done;
import dev.countersign.identity.sheets.Sent;
import dev.countersign.policy.DraftState;
import dev.countersign.policy.EditionWithdrawals;
import dev.countersign.policy.PolicyDraft;
import dev.countersign.policy.PolicyDraftId;
import dev.countersign.policy.PolicyDrafts;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets leaders take back an edition that has not begun. */
@Controller
@AllowedTo({Role.VP, Role.DIRECTOR})
class WithdrawalController {

    private final PolicyDrafts drafts;
    private final EditionWithdrawals withdrawals;
    private final DraftPage page;
    private final Clock clock;

    WithdrawalController(PolicyDrafts drafts, EditionWithdrawals withdrawals, DraftPage page, Clock clock) {
        this.drafts = drafts;
        this.withdrawals = withdrawals;
        this.page = page;
        this.clock = clock;
    }

    /** The form says which edition it was about: by now another one may be approved. */
    @PostMapping("/policy/drafts/{id}/withdrawal")
    String withdraw(@PathVariable String id, @RequestParam("_round") int round, Person leader, Sent sent) {
        PolicyDraft draft = drafts.get(new PolicyDraftId(id));
        return sent.carryOut(page.withdrawing(draft, leader), draft.toWithdraw(leader, clock.instant()), words -> {
            PolicyDraft after = withdrawals.withdraw(draft.id(), round, leader, words.text("reason"));
            return new Done("/policy/drafts/" + id, said(after));
        });
    }

    private static String said(PolicyDraft draft) {
        return draft.state() == DraftState.APPROVED
                ? "It is recorded. Another leader has to want it as well, before it begins."
                : "It is withdrawn and never comes into force. Its editors can propose it anew.";
    }
}
