package dev.countersign.reviews.web;

import dev.countersign.forms.Offers;
import dev.countersign.forms.Option;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import dev.countersign.identity.sheets.Opened;
import dev.countersign.identity.sheets.Result.Done;
import dev.countersign.identity.sheets.Sent;
import dev.countersign.identity.sheets.Sheet;
import dev.countersign.reviews.Reassignments;
import dev.countersign.reviews.Reviews;
import dev.countersign.reviews.Seat;
import dev.countersign.reviews.Suggestion;
import dev.countersign.reviews.Suggestions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Lets those who answer for a change hand one of its reviews to somebody. */
@Controller
@AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.SYSTEM_OWNER})
class ReassignmentController {

    private final Reviews reviews;
    private final Reassignments reassignments;
    private final Suggestions suggestions;

    ReassignmentController(Reviews reviews, Reassignments reassignments, Suggestions suggestions) {
        this.reviews = reviews;
        this.reassignments = reassignments;
        this.suggestions = suggestions;
    }

    @GetMapping("/reviews/{task}/reassignment")
    String choose(@PathVariable long task, Person person, Opened opened) {
        Seat seat = reviews.seat(task);
        reassignments.toReassign(seat, person).demand();
        return opened.show(sheet(seat));
    }

    @PostMapping("/reviews/{task}/reassignment")
    String reassign(@PathVariable long task, Person person, Sent sent) {
        Seat seat = reviews.seat(task);
        return sent.carryOut(sheet(seat), reassignments.toReassign(seat, person), said -> {
            reassignments.reassign(task, person, PersonId.recorded(said.text("whom")), said.text("reason"));
            return new Done(
                    "/changes/" + seat.change().id() + "#reviewers", "It is assigned. You both find it under My work.");
        });
    }

    /** Everybody who is free to judge it, those to be asked first in front. */
    private Offers offers(Seat seat) {
        return Offers.of(
                "reviewers",
                suggestions.toChooseFrom(seat.change()).stream()
                        .map(one -> new Option(one.id().value(), words(one)))
                        .toList());
    }

    private static String words(Suggestion one) {
        return one.reasons().isEmpty() ? one.name() : "%s: %s".formatted(one.name(), one.words());
    }

    private Sheet sheet(Seat seat) {
        return Sheet.on("reviews/reassign-review", "reassign-review")
                .about("change", seat.change())
                .about("task", seat.task().id())
                .offering(offers(seat));
    }
}
