package dev.countersign.reviews.web;

import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Changes;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import dev.countersign.refusals.Refusal;
import dev.countersign.reviews.Asks;
import dev.countersign.reviews.Staffing;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets authors and those who answer for a change ask somebody for a review of it. */
@Controller
@AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.SYSTEM_OWNER})
class AskController {

    private final Asks asks;
    private final Staffing staffing;
    private final Changes changes;
    private final People people;

    AskController(Asks asks, Staffing staffing, Changes changes, People people) {
        this.asks = asks;
        this.staffing = staffing;
        this.changes = changes;
        this.people = people;
    }

    @PostMapping("/reviews/changes/{id}/asks")
    String ask(
            @PathVariable String id,
            Person person,
            @RequestParam(defaultValue = "") String whom,
            RedirectAttributes flash) {
        ChangeId change = new ChangeId(id);
        staffing.toAsk(changes.get(change), person).demandRight();
        PersonId asked = named(whom, change);
        asks.ask(change, person, asked);
        String name = people.names(List.of(asked)).apply(asked);
        flash.addFlashAttribute("said", "You asked %s. The review is first on their list now.".formatted(name));
        return "redirect:/changes/" + id + "#reviewers";
    }

    private static PersonId named(String whom, ChangeId change) {
        return PersonId.of(whom)
                .orElseThrow(() -> Refusal.invalid("reviews.nobody-named")
                        .cannot("ask for a review of %s", change)
                        .because("nobody is named")
                        .instead("Choose somebody who could review it."));
    }
}
