package dev.countersign.policy.web;

import dev.countersign.forms.Answers;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.sheets.Opened;
import dev.countersign.identity.sheets.Result.Done;
import dev.countersign.identity.sheets.Sent;
import dev.countersign.policy.Edition;
import dev.countersign.policy.EditionDecisions;
import dev.countersign.policy.PolicyDraft;
import dev.countersign.policy.PolicyDraftId;
import dev.countersign.policy.PolicyDrafts;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of one draft, on which leaders say yes or no to it. */
@Controller
class DraftController {

    private final PolicyDrafts drafts;
    private final EditionDecisions decisions;
    private final DraftPage page;

    DraftController(PolicyDrafts drafts, EditionDecisions decisions, DraftPage page) {
        this.drafts = drafts;
        this.decisions = decisions;
        this.page = page;
    }

    /** Of its two forms the one that was typed before the session ended is filled. */
    @GetMapping("/policy/drafts/{id}")
    @AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.AUDITOR, Role.SYSTEM_OWNER})
    String read(@PathVariable String id, Person reader, Opened opened) {
        PolicyDraft draft = drafts.get(new PolicyDraftId(id));
        boolean withdraws = opened.isTyped() && !opened.isTyped("decision");
        return opened.show(withdraws ? page.withdrawing(draft, reader) : page.deciding(draft, reader));
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
    String decide(@PathVariable String id, @RequestParam("_round") int round, Person leader, Sent sent) {
        PolicyDraft draft = drafts.get(new PolicyDraftId(id));
        return sent.carryOut(
                page.deciding(draft, leader),
                draft.toDecide(leader),
                said -> new Done("/policy/drafts/" + id, decide(draft.id(), round, leader, said)));
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
