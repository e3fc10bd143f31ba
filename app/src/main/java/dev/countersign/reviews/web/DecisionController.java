package dev.countersign.reviews.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.Duty;
import dev.countersign.changes.web.ChangeLook;
import dev.countersign.changes.web.ChangeReading;
import dev.countersign.forms.FormView;
import dev.countersign.forms.Forms;
import dev.countersign.forms.Offers;
import dev.countersign.forms.Reading;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.Salvaged;
import dev.countersign.refusals.Permission.Denied;
import dev.countersign.refusals.Refusal;
import dev.countersign.reviews.Reviews;
import dev.countersign.reviews.Seat;
import dev.countersign.reviews.Sitting;
import dev.countersign.reviews.Sittings;
import dev.countersign.reviews.Verdict;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which somebody reads a change and decides: claim, release, verdict. */
@Controller
@AllowedTo({Role.REVIEWER, Role.DIRECTOR, Role.VP})
class DecisionController {

    private final Reviews reviews;
    private final Sittings sittings;
    private final ChangeReading reading;
    private final DecisionPage page;
    private final CareSheet care;
    private final Forms forms;
    private final LateDecision late;

    DecisionController(
            Reviews reviews,
            Sittings sittings,
            ChangeReading reading,
            DecisionPage page,
            CareSheet care,
            Forms forms,
            LateDecision late) {
        this.reviews = reviews;
        this.sittings = sittings;
        this.reading = reading;
        this.page = page;
        this.care = care;
        this.forms = forms;
        this.late = late;
    }

    @GetMapping("/reviews/{task}")
    String read(
            @PathVariable long task,
            Person reader,
            Optional<Integer> revision,
            Optional<Integer> against,
            Optional<String> tab,
            Salvaged salvaged,
            Model model,
            HttpServletResponse response) {
        Sitting sitting;
        try {
            sitting = sittings.of(reviews.seat(task), reader);
        } catch (Refusal done) {
            if (salvaged.isEmpty()) {
                throw done;
            }
            return late.missed(task, done, salvaged, model, response);
        }
        var schema = forms.get(Wording.of(sitting.seat().duty()).form());
        FormView form = schema.shown(salvaged.fields(), Offers.NONE);
        care.show(sitting, salvaged.parameters(), model);
        return show(sitting, new ChangeLook("/reviews/" + task, revision, against, tab), form, model);
    }

    @PostMapping("/reviews/{task}/claim")
    String claim(@PathVariable long task, Person person, RedirectAttributes flash) {
        flash.addFlashAttribute("said", yours(reviews.claim(task, person), "It is yours."));
        return "redirect:/reviews/" + task;
    }

    @PostMapping("/reviews/{task}/take-over")
    String takeOver(@PathVariable long task, Person person, RedirectAttributes flash) {
        flash.addFlashAttribute("said", yours(reviews.takeOver(task, person), "It is yours now."));
        return "redirect:/reviews/" + task;
    }

    private static String yours(boolean taken, String words) {
        return (taken ? words : "It is yours already.") + " Read it and decide, or release it.";
    }

    @PostMapping("/reviews/{task}/release")
    String release(@PathVariable long task, Person person, RedirectAttributes flash) {
        boolean released = reviews.release(task, person);
        flash.addFlashAttribute(
                "said", released ? "It is released; somebody else can take it." : "You released it already.");
        return "redirect:/reviews";
    }

    /** One press of somebody who approved an earlier text and was shown what differs. */
    @PostMapping("/reviews/{task}/reaffirmation")
    String reaffirm(
            @PathVariable long task,
            Person person,
            @RequestParam("_hash") String read,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (late.given(task, person)
                .filter(given -> given.approves() && given.hash().equals(read))
                .isPresent()) {
            return late.thank(flash);
        }
        try {
            Change change = reviews.reaffirm(task, person, read);
            flash.addFlashAttribute("said", "Your approval of %s is on the record again.".formatted(change.id()));
            return "redirect:/reviews";
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.CONFLICT) {
                throw refusal;
            }
            model.addAttribute("refused", refusal);
            response.setStatus(refusal.status());
            return read(
                    task,
                    person,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Salvaged.NOTHING,
                    model,
                    response);
        }
    }

    @PostMapping("/reviews/{task}")
    String decide(
            @PathVariable long task,
            Person person,
            @RequestParam("_hash") String read,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Sitting sitting;
        try {
            sitting = sittings.of(reviews.seat(task), person);
        } catch (Refusal done) {
            return late.given(task, person, typed)
                    .map(before -> late.decided(before, read, typed, model, response, flash))
                    .orElseGet(() -> late.overtaken(done, typed, model, response));
        }
        // Last, for their own first press may take the seat away in that moment.
        Optional<Verdict> given = late.given(task, person, typed);
        if (given.isPresent()) {
            return late.decided(given.get(), read, typed, model, response, flash);
        }
        if (sitting.toDecide() instanceof Denied(Refusal refusal)) {
            return late.denied(refusal, typed, model, response);
        }
        care.show(sitting, typed, model);
        Duty duty = sitting.seat().duty();
        Reading sent = forms.get(Wording.of(duty).form()).read(typed, Offers.NONE);
        if (sent.isUnfinished()) {
            response.setStatus(sent.status());
            return show(sitting, ChangeLook.at("/reviews/" + task), sent.view(), model);
        }
        SentDecision said = SentDecision.of(duty, read, sent.answers());
        try {
            Change change = reviews.decide(
                    task, person, read, said.answer().orElseThrow(), said.comment(), care.read(sitting.seat(), typed));
            flash.addFlashAttribute("said", "Your decision on %s is on the record.".formatted(change.id()));
            return "redirect:/reviews";
        } catch (Refusal refusal) {
            Optional<Verdict> meanwhile = late.given(task, person);
            if (meanwhile.isPresent()) {
                return late.decided(meanwhile.get(), read, typed, model, response, flash);
            }
            model.addAttribute("refusal", refusal);
            response.setStatus(refusal.status());
            Sitting now = sittings.of(sitting.seat(), person);
            return show(now, ChangeLook.at("/reviews/" + task), sent.view(), model);
        }
    }

    private String show(Sitting sitting, ChangeLook look, FormView form, Model model) {
        Seat seat = sitting.seat();
        Person reader = sitting.person();
        Optional<Verdict> given = reviews.voidApproval(seat, reader);
        reading.show(seat.change(), reader, look.comparedWith(given.map(Verdict::revision)), model);
        given.ifPresent(verdict -> model.addAttribute("approvedBefore", verdict));
        page.show(sitting, model);
        model.addAttribute("form", form);
        return "reviews/decision";
    }
}
