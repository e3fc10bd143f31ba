package dev.countersign.reviews.web;

import dev.countersign.forms.FormView;
import dev.countersign.forms.Forms;
import dev.countersign.forms.Offers;
import dev.countersign.forms.Option;
import dev.countersign.forms.Reading;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import dev.countersign.identity.Salvaged;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Refusal;
import dev.countersign.reviews.Reassignments;
import dev.countersign.reviews.Reviews;
import dev.countersign.reviews.Seat;
import dev.countersign.reviews.Suggestion;
import dev.countersign.reviews.Suggestions;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets those who answer for a change hand one of its reviews to somebody. */
@Controller
@AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.SYSTEM_OWNER})
class ReassignmentController {

    private static final String FORM = "reassign-review";

    private final Forms forms;
    private final Reviews reviews;
    private final Reassignments reassignments;
    private final Suggestions suggestions;

    ReassignmentController(Forms forms, Reviews reviews, Reassignments reassignments, Suggestions suggestions) {
        this.forms = forms;
        this.reviews = reviews;
        this.reassignments = reassignments;
        this.suggestions = suggestions;
    }

    @GetMapping("/reviews/{task}/reassignment")
    String choose(@PathVariable long task, Person person, Salvaged salvaged, Model model) {
        Seat seat = reviews.seat(task);
        reassignments.toReassign(seat, person).demand();
        var schema = forms.get(FORM);
        return page(seat, schema.shown(salvaged.fields(), offers(seat)), model);
    }

    @PostMapping("/reviews/{task}/reassignment")
    String reassign(
            @PathVariable long task,
            Person person,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Seat seat = reviews.seat(task);
        Permission permission = reassignments.toReassign(seat, person);
        permission.demandRight();
        Reading sent = forms.get(FORM).read(typed, offers(seat));
        if (permission.granted() && sent.isUnfinished()) {
            response.setStatus(sent.status());
            return page(seat, sent.view(), model);
        }
        try {
            permission.demand();
            reassignments.reassign(
                    task,
                    person,
                    PersonId.recorded(sent.answers().text("whom")),
                    sent.answers().text("reason"));
        } catch (Refusal refusal) {
            model.addAttribute("refused", refusal);
            response.setStatus(refusal.status());
            return page(seat, sent.view(), model);
        }
        flash.addFlashAttribute("said", "It is theirs now. Both find it on their desks.");
        return "redirect:/changes/" + seat.change().id() + "#reviewers";
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

    private static String page(Seat seat, FormView form, Model model) {
        model.addAttribute("change", seat.change());
        model.addAttribute("task", seat.task().id());
        model.addAttribute("form", form);
        return "reviews/reassign-review";
    }
}
