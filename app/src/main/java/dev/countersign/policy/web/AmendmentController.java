package dev.countersign.policy.web;

import dev.countersign.forms.Answers;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.sheets.Opened;
import dev.countersign.identity.sheets.Result.Done;
import dev.countersign.identity.sheets.Sent;
import dev.countersign.identity.sheets.Sheet;
import dev.countersign.moments.MomentWords;
import dev.countersign.policy.Addenda;
import dev.countersign.policy.Addendum;
import dev.countersign.policy.AddendumId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Lets a leader ask to move the end of an addendum. */
@Controller
@AllowedTo({Role.VP, Role.DIRECTOR})
class AmendmentController {

    private final Addenda addenda;
    private final Clock clock;

    AmendmentController(Addenda addenda, Clock clock) {
        this.addenda = addenda;
        this.clock = clock;
    }

    @GetMapping("/policy/addenda/{id}/amendments/new")
    String ask(@PathVariable String id, Person leader, Opened opened) {
        Addendum addendum = addenda.get(new AddendumId(id));
        addendum.toAmend(leader, clock.instant()).demand();
        return opened.show(sheet(addendum));
    }

    @PostMapping("/policy/addenda/{id}/amendments/new")
    String amend(@PathVariable String id, Person leader, Sent sent) {
        Addendum addendum = addenda.get(new AddendumId(id));
        return sent.carryOut(sheet(addendum), addendum.toAmend(leader, clock.instant()), said -> {
            addenda.amend(addendum.id(), newEnd(said), said.text("reason"), leader);
            return new Done("/policy/addenda/" + id, "It is proposed. Another VP or director has to approve it.");
        });
    }

    /** The end of the last day where the leader lives; none if it is to end at once. */
    private static Optional<Instant> newEnd(Answers answers) {
        return answers.text("action").equals("extend")
                ? answers.day("newEndsOn").map(AmendmentController::endOf)
                : Optional.empty();
    }

    static Instant endOf(LocalDate day) {
        return MomentWords.forReader().startOf(day.plusDays(1));
    }

    private static Sheet sheet(Addendum addendum) {
        return Sheet.on("policy/amend", "amend-addendum")
                .about("addendum", addendum)
                .placing("policy.end-out-of-range", "newEndsOn");
    }
}
