package dev.countersign.reviews.web;

import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.reviews.Claims;
import dev.countersign.reviews.Delegation;
import dev.countersign.reviews.Seat;
import dev.countersign.reviews.SeatLeaders;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What stands around the text on the page of a decision: the seat, who holds it, and what other modules say. */
@Component
class DecisionPage {

    private final Claims claims;
    private final People people;
    private final SeatLeaders leaders;

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

    DecisionPage(Claims claims, People people, SeatLeaders leaders) {
        this.claims = claims;
        this.people = people;
        this.leaders = leaders;
    }

    void show(Seat seat, Person reader, Model model) {
        model.addAttribute("seat", seat);
        model.addAttribute("change", seat.change());
        model.addAttribute("wording", Wording.of(seat.duty()));
        claims.holder(seat.task().id())
                .flatMap(people::find)
                .ifPresent(holder -> model.addAttribute("holder", holder.name()));
        leaders.delegation(seat).ifPresent(given -> model.addAttribute("standIn", StandIn.of(given, reader, people)));
    }
}
