package dev.countersign.reviews.web;

import dev.countersign.changes.Duty;
import dev.countersign.forms.Forms;
import dev.countersign.forms.Offers;
import dev.countersign.forms.Reading;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.Salvaged;
import dev.countersign.refusals.Refusal;
import dev.countersign.reviews.Verdict;
import dev.countersign.reviews.Verdicts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A decision that is not recorded: sent twice, overtaken, or not the sender's to take. What was typed comes back to be
 * copied, and what is on the record instead stands beside it.
 */
@Component
class LateDecision {

    private static final Map<String, String> BESIDE = Map.of(
            SentCare.PRE_MORTEM, "pre-mortem",
            SentCare.AFFIRMED, "checklist",
            SentCare.INDEPENDENT, "not swayed by ties");

    private final Verdicts verdicts;
    private final Forms forms;
    private final CareSheet care;
    private final People people;

    LateDecision(Verdicts verdicts, Forms forms, CareSheet care, People people) {
        this.verdicts = verdicts;
        this.forms = forms;
        this.care = care;
        this.people = people;
    }

    /** What they said on this task before, whatever it was: nobody decides twice on one. */
    Optional<Verdict> given(long task, Person person) {
        return verdicts.on(task, person.id());
    }

    /** The same, if what they send now is an answer of that kind and not of another form. */
    Optional<Verdict> given(long task, Person person, MultiValueMap<String, String> typed) {
        return given(task, person).filter(one -> {
            Set<String> asked = forms.get(Wording.of(one.duty()).form()).keys();
            return typed.keySet().stream().allMatch(name -> name.startsWith("_") || asked.contains(name));
        });
    }

    /** Their decision stands already: the same, as after a second press of the button, or another. */
    String decided(
            Verdict given,
            String read,
            MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Reading sent = forms.get(Wording.of(given.duty()).form()).read(typed, Offers.NONE);
        return SentDecision.of(given.duty(), read, sent.answers()).isThat(given) && care.isThat(given, typed)
                ? thank(flash)
                : another(given, typed, model, response);
    }

    String thank(RedirectAttributes flash) {
        flash.addFlashAttribute("said", "Your decision is on the record.");
        return "redirect:/reviews";
    }

    /** Its task is closed. */
    String overtaken(Refusal done, MultiValueMap<String, String> typed, Model model, HttpServletResponse response) {
        response.setStatus(done.status());
        return refused(done, "Your decision came too late", typed, model);
    }

    /** It was closed while they were away to log in once more; who decided for them stands beside what they typed. */
    String missed(long task, Refusal done, Salvaged salvaged, Model model, HttpServletResponse response) {
        verdicts.ofLeader(task).ifPresent(other -> {
            model.addAttribute("given", other);
            model.addAttribute("speaker", people.names(List.of(other.person())).apply(other.person()));
        });
        model.addAttribute("warned", null);
        return overtaken(done, salvaged.parameters(), model, response);
    }

    /** The seat is not theirs. */
    String denied(Refusal denial, MultiValueMap<String, String> typed, Model model, HttpServletResponse response) {
        response.setStatus(denial.status());
        return refused(denial, "This decision is not yours", typed, model);
    }

    private String another(
            Verdict given, MultiValueMap<String, String> typed, Model model, HttpServletResponse response) {
        model.addAttribute("given", given);
        care.recorded(given).ifPresent(one -> model.addAttribute("givenCare", one));
        Refusal twice = Refusal.conflict("reviews.decided-otherwise")
                .cannot("decide on %s again", given.change())
                .because("you have already decided otherwise")
                .instead("What you said first stands. Talk to its authors if you see it differently now.");
        response.setStatus(twice.status());
        return refused(twice, "You have already decided", typed, model);
    }

    private String refused(Refusal refusal, String title, MultiValueMap<String, String> typed, Model model) {
        model.addAttribute("refused", refusal);
        model.addAttribute("title", title);
        model.addAttribute("typed", own(typed));
        return "reviews/refused";
    }

    /** Under the words that the page had, by the form that asks most of it; what stands beside the form is typed as well. */
    private Map<String, List<String>> own(MultiValueMap<String, String> typed) {
        var own = new LinkedHashMap<String, List<String>>();
        typed.forEach((name, values) -> {
            String label = BESIDE.getOrDefault(name, name);
            if (!label.startsWith("_") && !String.join("", values).isBlank()) {
                own.put(label, values);
            }
        });
        return Stream.of(Duty.REVIEWER, Duty.DIRECTOR, Duty.VP)
                .map(duty -> forms.get(Wording.of(duty).form()))
                .max(Comparator.comparingLong(form ->
                        own.keySet().stream().filter(form.keys()::contains).count()))
                .map(form -> form.spoken(own))
                .orElse(own);
    }
}
