package dev.countersign.changes.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Hold;
import dev.countersign.changes.Holds;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.sheets.Opened;
import dev.countersign.identity.sheets.Result.Done;
import dev.countersign.identity.sheets.Sent;
import dev.countersign.identity.sheets.Sheet;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets everybody hold a change, and say that it may go on. */
@Controller
@AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.AUDITOR, Role.SYSTEM_OWNER})
class HoldController {

    private final Changes changes;
    private final Holds holds;

    HoldController(Changes changes, Holds holds) {
        this.changes = changes;
        this.holds = holds;
    }

    @GetMapping("/changes/{id}/hold")
    String ask(@PathVariable String id, Person person, Opened opened) {
        Change change = changes.get(new ChangeId(id));
        holds.toHold(change, person).demand();
        return opened.show(sheet(change));
    }

    @PostMapping("/changes/{id}/hold")
    String hold(@PathVariable String id, Person person, Sent sent) {
        Change change = changes.get(new ChangeId(id));
        return sent.carryOut(sheet(change), holds.toHold(change, person), said -> {
            holds.hold(change.id(), person, said.text("reason"));
            return new Done("/changes/" + id, "It is held. The gate stops it.");
        });
    }

    @PostMapping("/changes/{id}/release")
    String release(@PathVariable String id, Person person, RedirectAttributes flash) {
        Optional<Hold> left = holds.release(new ChangeId(id), person);
        flash.addFlashAttribute(
                "said",
                left.map(hold -> "Your agreement is on the record. The hold is lifted when %s agrees, too."
                                .formatted(hold.missing()))
                        .orElse("The hold is lifted."));
        return "redirect:/changes/" + id;
    }

    private static Sheet sheet(Change change) {
        return Sheet.on("changes/hold-change", "hold-change").about("change", change);
    }
}
