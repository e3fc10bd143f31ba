package dev.countersign.policy.web;

import dev.countersign.forms.Forms;
import dev.countersign.forms.Offers;
import dev.countersign.forms.Reading;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.policy.DraftState;
import dev.countersign.policy.EditionWithdrawals;
import dev.countersign.policy.PolicyDraft;
import dev.countersign.policy.PolicyDraftId;
import dev.countersign.policy.PolicyDrafts;
import dev.countersign.refusals.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets leaders take back an edition that has not begun. */
@Controller
@AllowedTo({Role.VP, Role.DIRECTOR})
class WithdrawalController {

    private final PolicyDrafts drafts;
    private final EditionWithdrawals withdrawals;
    private final DraftPage page;
    private final Forms forms;
    private final Clock clock;

    WithdrawalController(
            PolicyDrafts drafts, EditionWithdrawals withdrawals, DraftPage page, Forms forms, Clock clock) {
        this.drafts = drafts;
        this.withdrawals = withdrawals;
        this.page = page;
        this.forms = forms;
        this.clock = clock;
    }

    /** The form says which edition it was about: by now another one may be approved. */
    @PostMapping("/policy/drafts/{id}/withdrawal")
    String withdraw(
            @PathVariable String id,
            @RequestParam("_round") int round,
            Person leader,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        PolicyDraft draft = drafts.get(new PolicyDraftId(id));
        draft.toWithdraw(leader, clock.instant()).demandRight();
        Reading sent = forms.get(DraftPage.WITHDRAWAL_FORM).read(typed, Offers.NONE);
        model.addAttribute("withdrawal", sent.view());
        if (sent.isUnfinished()) {
            response.setStatus(sent.status());
            return page.show(draft, leader, Optional.empty(), Optional.empty(), model);
        }
        try {
            PolicyDraft after = withdrawals.withdraw(
                    draft.id(), round, leader, sent.answers().text("reason"));
            flash.addFlashAttribute("said", said(after));
            return "redirect:/policy/drafts/" + id;
        } catch (Refusal refusal) {
            response.setStatus(refusal.status());
            return page.show(drafts.get(draft.id()), leader, Optional.empty(), Optional.of(refusal), model);
        }
    }

    private static String said(PolicyDraft draft) {
        return draft.state() == DraftState.APPROVED
                ? "It is recorded. Another leader has to want it as well, before it begins."
                : "It is withdrawn and never comes into force. Its editors can propose it anew.";
    }
}
