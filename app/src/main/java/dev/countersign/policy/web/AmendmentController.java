package dev.countersign.policy.web;

import dev.countersign.forms.Answers;
import dev.countersign.forms.FormView;
import dev.countersign.forms.Forms;
import dev.countersign.forms.Offers;
import dev.countersign.forms.Reading;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.Salvaged;
import dev.countersign.moments.MomentWords;
import dev.countersign.policy.Addenda;
import dev.countersign.policy.Addendum;
import dev.countersign.policy.AddendumId;
import dev.countersign.refusals.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets a leader ask to move the end of an addendum. */
@Controller
@AllowedTo({Role.VP, Role.DIRECTOR})
class AmendmentController {

    private static final String FORM = "amend-addendum";

    private final Addenda addenda;
    private final Forms forms;
    private final Clock clock;

    AmendmentController(Addenda addenda, Forms forms, Clock clock) {
        this.addenda = addenda;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/policy/addenda/{id}/amendments/new")
    String ask(@PathVariable String id, Person leader, Salvaged salvaged, Model model) {
        Addendum addendum = addenda.get(new AddendumId(id));
        addendum.toAmend(leader, clock.instant()).demand();
        var schema = forms.get(FORM);
        return page(addendum, schema.shown(salvaged.fields(), Offers.NONE), model);
    }

    @PostMapping("/policy/addenda/{id}/amendments/new")
    String amend(
            @PathVariable String id,
            Person leader,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Addendum addendum = addenda.get(new AddendumId(id));
        addendum.toAmend(leader, clock.instant()).demandRight();
        Reading sent = forms.get(FORM).read(typed, Offers.NONE);
        if (sent.isUnfinished()) {
            response.setStatus(sent.status());
            return page(addendum, sent.view(), model);
        }
        try {
            addenda.amend(addendum.id(), newEnd(sent.answers()), sent.answers().text("reason"), leader);
        } catch (Refusal refusal) {
            return refused(addendum, refusal, sent, model, response);
        }
        flash.addFlashAttribute("said", "It is proposed. Another VP or director has to approve it.");
        return "redirect:/policy/addenda/" + id;
    }

    /** What is wrong with the day is said at the day; anything else is no fault of the form, which comes back as it is. */
    private static String refused(
            Addendum addendum, Refusal refusal, Reading sent, Model model, HttpServletResponse response) {
        response.setStatus(refusal.status());
        if (refusal.kind() != Refusal.Kind.INVALID) {
            model.addAttribute("refused", refusal);
            return page(addendum, sent.view(), model);
        }
        return page(addendum, sent.view(List.of(sent.problem("newEndsOn", refusal.wayOut()))), model);
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

    private static String page(Addendum addendum, FormView form, Model model) {
        model.addAttribute("addendum", addendum);
        model.addAttribute("form", form);
        return "policy/amend";
    }
}
