package dev.countersign.reviews.web;

import dev.countersign.changes.ChangePanel;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.reviews.Claims;
import dev.countersign.reviews.Seat;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What stands around the text on the page of a decision: the seat, who holds it, and what other modules say. */
@Component
class DecisionPage {

    /** One module's part, ready for the template. */
    record Part(String fragment, Object content) {}

    private final Claims claims;
    private final People people;
    private final List<ChangePanel> panels;

    DecisionPage(Claims claims, People people, List<ChangePanel> panels) {
        this.claims = claims;
        this.people = people;
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(ChangePanel::order))
                .toList();
    }

    void show(Seat seat, Person reader, Model model) {
        model.addAttribute("seat", seat);
        model.addAttribute("change", seat.change());
        model.addAttribute("wording", Wording.of(seat.duty()));
        claims.holder(seat.task().id())
                .flatMap(people::find)
                .ifPresent(holder -> model.addAttribute("holder", holder.name()));
        model.addAttribute(
                "parts",
                panels.stream().flatMap(panel -> part(panel, seat, reader)).toList());
    }

    private static Stream<Part> part(ChangePanel panel, Seat seat, Person reader) {
        return panel.content(seat.change(), reader).stream().map(content -> new Part(panel.fragment(), content));
    }
}
