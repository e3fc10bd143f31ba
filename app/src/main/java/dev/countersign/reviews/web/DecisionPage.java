package dev.countersign.reviews.web;

import dev.countersign.changes.ChangePanels;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.reviews.Claims;
import dev.countersign.reviews.Seat;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What stands around the text on the page of a decision: the seat, who holds it, and what other modules say. */
@Component
class DecisionPage {

    private final Claims claims;
    private final People people;
    private final ChangePanels panels;

    DecisionPage(Claims claims, People people, ChangePanels panels) {
        this.claims = claims;
        this.people = people;
        this.panels = panels;
    }

    void show(Seat seat, Person reader, Model model) {
        model.addAttribute("seat", seat);
        model.addAttribute("folded", true);
        model.addAttribute("change", seat.change());
        model.addAttribute("wording", Wording.of(seat.duty()));
        claims.holder(seat.task().id())
                .flatMap(people::find)
                .ifPresent(holder -> model.addAttribute("holder", holder.name()));
        model.addAttribute("parts", panels.of(seat.change(), reader));
    }
}
