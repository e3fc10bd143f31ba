package dev.countersign.policy.web;

import dev.countersign.forms.Answers;
import dev.countersign.forms.FormView;
import dev.countersign.forms.Forms;
import dev.countersign.forms.Offers;
import dev.countersign.forms.Reading;
import dev.countersign.forms.Wish;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import dev.countersign.identity.Salvaged;
import dev.countersign.policy.Addenda;
import dev.countersign.policy.Addendum;
import dev.countersign.policy.AddendumId;
import dev.countersign.policy.AddendumRules;
import dev.countersign.policy.Proposal;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists addenda, and lets a VP propose one. */
@Controller
class AddendaController {

    private static final int PAGE = 30;
    private static final String FORM = "propose-addendum";

    private final Addenda addenda;
    private final Forms forms;
    private final LeaderNames names;
    private final Clock clock;

    AddendaController(Addenda addenda, Forms forms, LeaderNames names, Clock clock) {
        this.addenda = addenda;
        this.forms = forms;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/policy/addenda")
    @AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.AUDITOR, Role.SYSTEM_OWNER})
    String list(Person reader, Optional<String> before, Model model) {
        List<Addendum> found = addenda.page(before.map(AddendumId::new), PAGE + 1);
        List<Addendum> page = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("rows", rows(page));
        model.addAttribute(
                "next",
                found.size() > PAGE ? "/policy/addenda?before=" + page.getLast().id() : null);
        model.addAttribute("mayPropose", AddendumRules.toPropose(reader).granted());
        return "policy/addenda";
    }

    @GetMapping("/policy/addenda/new")
    @AllowedTo(Role.VP)
    String ask(Person proposer, Salvaged salvaged, Model model) {
        AddendumRules.toPropose(proposer).demand();
        var schema = forms.get(FORM);
        return page(
                salvaged.isEmpty()
                        ? schema.blank(Offers.NONE)
                        : schema.read(salvaged.fields(), Offers.NONE).view(),
                model);
    }

    @PostMapping("/policy/addenda/new")
    @AllowedTo(Role.VP)
    String propose(
            Person proposer,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Reading sent = forms.get(FORM).read(typed, Offers.NONE);
        if (sent.wish() == Wish.EDIT || !sent.isFine()) {
            response.setStatus(sent.wish() == Wish.EDIT ? 200 : HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(sent.view(), model);
        }
        Addendum proposed = addenda.propose(proposal(sent.answers()), proposer);
        flash.addFlashAttribute(
                "said", "It is proposed. It comes into force when another VP or a director approves it.");
        return "redirect:/policy/addenda/" + proposed.id();
    }

    private static Proposal proposal(Answers answers) {
        return new Proposal(
                answers.text("title"),
                answers.text("reason"),
                answers.amount("durationDays").map(BigDecimal::intValue).orElse(0));
    }

    private List<AddendumRow> rows(List<Addendum> page) {
        Instant now = clock.instant();
        Function<PersonId, String> name =
                names.of(page.stream().map(Addendum::proposedBy).distinct().toList());
        return page.stream()
                .map(addendum -> AddendumRow.of(addendum, now, name))
                .toList();
    }

    private static String page(FormView form, Model model) {
        model.addAttribute("form", form);
        return "policy/propose";
    }
}
