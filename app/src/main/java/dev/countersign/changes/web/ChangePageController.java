package dev.countersign.changes.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangeNotices;
import dev.countersign.changes.ChangePermissions;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Drafts;
import dev.countersign.changes.Holds;
import dev.countersign.changes.Status;
import dev.countersign.changes.Transfers;
import dev.countersign.changes.Validity;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows one change: its text, what every module has to say of it, and what the reader may do. */
@Controller
@AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.AUDITOR, Role.SYSTEM_OWNER})
class ChangePageController {

    private final Changes changes;
    private final ChangePermissions permissions;
    private final Drafts drafts;
    private final Holds holds;
    private final Transfers transfers;
    private final ChangeReading reading;
    private final List<ChangeNotices> notices;
    private final NextStep nextStep;
    private final Validity validity;

    ChangePageController(
            Changes changes,
            ChangePermissions permissions,
            Drafts drafts,
            Holds holds,
            Transfers transfers,
            ChangeReading reading,
            List<ChangeNotices> notices,
            NextStep nextStep,
            Validity validity) {
        this.changes = changes;
        this.permissions = permissions;
        this.drafts = drafts;
        this.holds = holds;
        this.transfers = transfers;
        this.reading = reading;
        this.notices = notices;
        this.nextStep = nextStep;
        this.validity = validity;
    }

    @GetMapping("/changes/{id}")
    String change(
            @PathVariable String id,
            Person reader,
            Optional<Integer> revision,
            Optional<Integer> against,
            Optional<String> tab,
            Model model) {
        Change change = changes.get(new ChangeId(id));
        permissions.toRead(change, reader).demand();
        if (change.current().isEmpty()) {
            return change.status() == Status.DRAFT ? "redirect:/changes/" + id + "/edit" : discarded(change, model);
        }
        reading.show(change, reader, new ChangeLook("/changes/" + id, revision, against, tab), model);
        model.addAttribute("change", change);
        model.addAttribute(
                "notices",
                notices.stream().flatMap(one -> one.of(change, reader).stream()).toList());
        model.addAttribute("next", nextStep.of(change));
        model.addAttribute("approvalsEnd", approvalsEnd(change).orElse(null));
        model.addAttribute("mayAmend", permissions.toAmend(change, reader).granted());
        model.addAttribute("mayCopy", drafts.mayWrite(reader).granted());
        model.addAttribute("mayEdit", permissions.toEdit(change, reader).granted());
        model.addAttribute("mayHandOver", transfers.toHandOver(change, reader).granted());
        model.addAttribute("mayHold", holds.toHold(change, reader).granted());
        model.addAttribute("mayWithdraw", permissions.toWithdraw(change, reader).granted());
        model.addAttribute(
                "mayReport", permissions.toReportExecution(change, reader).granted());
        model.addAttribute(
                "mayConclude", permissions.toRecordOutcome(change, reader).granted());
        return "changes/change";
    }

    /** Asked by the page while the house is at work on the change: has it moved on since it was shown? */
    @GetMapping("/changes/{id}/pulse")
    ResponseEntity<Void> pulse(@PathVariable String id, @RequestParam long version, Person reader) {
        Change change = changes.get(new ChangeId(id));
        permissions.toRead(change, reader).demand();
        return ResponseEntity.noContent()
                .headers(headers -> {
                    if (change.version() != version) {
                        headers.add("HX-Refresh", "true");
                    }
                })
                .build();
    }

    private Optional<Instant> approvalsEnd(Change change) {
        return change.status() == Status.APPROVED ? validity.approvalsEnd(change) : Optional.empty();
    }

    private static String discarded(Change change, Model model) {
        model.addAttribute("change", change);
        return "changes/discarded";
    }
}
