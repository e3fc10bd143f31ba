package dev.countersign.changes.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePermissions;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Transfers;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import dev.countersign.identity.sheets.Opened;
import dev.countersign.identity.sheets.Result.Done;
import dev.countersign.identity.sheets.Sent;
import dev.countersign.identity.sheets.Sheet;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Lets authors and leaders hand a change over. */
@Controller
@AllowedTo({Role.ENGINEER, Role.DIRECTOR, Role.VP})
class TransferController {

    private final ChangeOffers offers;
    private final Changes changes;
    private final ChangePermissions permissions;
    private final Transfers transfers;
    private final People people;

    TransferController(
            ChangeOffers offers, Changes changes, ChangePermissions permissions, Transfers transfers, People people) {
        this.offers = offers;
        this.changes = changes;
        this.permissions = permissions;
        this.transfers = transfers;
        this.people = people;
    }

    @GetMapping("/changes/{id}/transfer")
    String ask(@PathVariable String id, Person person, Opened opened) {
        Change change = changes.get(new ChangeId(id));
        transfers.toHandOver(change, person).demand();
        return opened.show(sheet(change));
    }

    @PostMapping("/changes/{id}/transfer")
    String handOver(@PathVariable String id, Person person, Sent sent) {
        Change change = changes.get(new ChangeId(id));
        return sent.carryOut(sheet(change), transfers.toHandOver(change, person), said -> {
            PersonId next = PersonId.recorded(said.text("to"));
            Change handed = transfers.handOver(
                    change.id(), person, next, said.text("reason").strip());
            return new Done(
                    permissions.toRead(handed, person).granted() ? "/changes/" + id : "/desk",
                    "%s has it now.".formatted(people.names(Set.of(next)).apply(next)));
        });
    }

    private Sheet sheet(Change change) {
        return Sheet.on("changes/transfer-change", "transfer-change")
                .about("change", change)
                .offering(offers.without(change.author()));
    }
}
