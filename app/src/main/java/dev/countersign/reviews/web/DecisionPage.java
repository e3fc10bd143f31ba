package dev.countersign.reviews.web;

import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.refusals.Permission.Denied;
import dev.countersign.refusals.Refusal;
import dev.countersign.reviews.Delegation;
import dev.countersign.reviews.Seat;
import dev.countersign.reviews.Sitting;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What stands around the text on the page of a decision: the seat, who holds it, and what other modules say. */
@Component
class DecisionPage {

    private final People people;

    /**
     * Somebody decides for a leader who is away.
     *
     * @param delegates whether the reader is that somebody
     * @param absents whether the reader is who is away
     */
    record StandIn(String delegator, String delegate, boolean delegates, boolean absents) {
        static StandIn of(Delegation given, Person reader, People people) {
            var name = people.names(List.of(given.delegator(), given.delegate()));
            return new StandIn(
                    name.apply(given.delegator()),
                    name.apply(given.delegate()),
                    reader.is(given.delegate()),
                    reader.is(given.delegator()));
        }
    }

    DecisionPage(People people) {
        this.people = people;
    }

    void show(Sitting sitting, Model model) {
        Seat seat = sitting.seat();
        model.addAttribute("seat", seat);
        model.addAttribute("change", seat.change());
        model.addAttribute("wording", Wording.of(seat.duty()));
        sitting.holder().flatMap(people::find).ifPresent(holder -> model.addAttribute("holder", holder.name()));
        sitting.delegation()
                .ifPresent(given -> model.addAttribute("standIn", StandIn.of(given, sitting.person(), people)));
        model.addAttribute("mayClaim", sitting.toClaim().granted());
        model.addAttribute("mayTakeOver", sitting.toTakeOver().granted());
        model.addAttribute("mayRelease", sitting.toRelease().granted());
        if (sitting.toDecide() instanceof Denied(Refusal why)) {
            model.addAttribute("why", why);
            model.addAttribute("formless", true);
        }
    }
}
