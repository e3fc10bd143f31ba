package dev.countersign.changes.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePermissions;
import dev.countersign.changes.Changes;
import dev.countersign.changes.ExecutionReports;
import dev.countersign.changes.Outcome;
import dev.countersign.forms.Answers;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.sheets.Opened;
import dev.countersign.identity.sheets.Result.Done;
import dev.countersign.identity.sheets.Sent;
import dev.countersign.identity.sheets.Sheet;
import dev.countersign.refusals.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What authors do with a submitted change: withdraw it, report its execution, record its outcome. */
@Controller
@AllowedTo(Role.ENGINEER)
class ChangeActionsController {

    private final Changes changes;
    private final ChangePermissions permissions;
    private final ExecutionReports reports;

    ChangeActionsController(Changes changes, ChangePermissions permissions, ExecutionReports reports) {
        this.changes = changes;
        this.reports = reports;
        this.permissions = permissions;
    }

    @GetMapping("/changes/{id}/{action:withdrawal|execution|outcome}")
    String ask(@PathVariable String id, @PathVariable String action, Person author, Opened opened) {
        Change change = changes.get(new ChangeId(id));
        ChangeAction asked = ChangeAction.of(action);
        permission(asked, change, author).demand();
        return opened.show(sheet(change, asked));
    }

    @PostMapping("/changes/{id}/{action:withdrawal|execution|outcome}")
    String act(@PathVariable String id, @PathVariable String action, Person author, Sent sent) {
        Change change = changes.get(new ChangeId(id));
        ChangeAction asked = ChangeAction.of(action);
        return sent.carryOut(sheet(change, asked), permission(asked, change, author), said -> {
            return new Done("/changes/" + id, perform(asked, change, author, said));
        });
    }

    private Permission permission(ChangeAction action, Change change, Person author) {
        return switch (action) {
            case WITHDRAWAL -> permissions.toWithdraw(change, author);
            case EXECUTION -> permissions.toReportExecution(change, author);
            case OUTCOME -> permissions.toRecordOutcome(change, author);
        };
    }

    /** What they are told. */
    private String perform(ChangeAction action, Change change, Person author, Answers answers) {
        return switch (action) {
            case WITHDRAWAL -> {
                changes.withdraw(change.id(), author, answers.text("reason"));
                yield action.done();
            }
            case EXECUTION ->
                reports.report(change, author, answers.moment("executedAt").orElseThrow(), answers.text("note"));
            case OUTCOME -> {
                changes.recordOutcome(
                        change.id(),
                        author,
                        answers.text("outcome").equals("successful") ? Outcome.SUCCESSFUL : Outcome.ROLLED_BACK,
                        answers.text("notes"));
                yield action.done();
            }
        };
    }

    private static Sheet sheet(Change change, ChangeAction action) {
        return Sheet.on("changes/action", action.form()).about("change", change).about("asked", action);
    }
}
