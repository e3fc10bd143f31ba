package dev.countersign.reviews.web;

import dev.countersign.forms.FormView;
import dev.countersign.forms.Reading;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.Salvaged;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Permission.Denied;
import dev.countersign.refusals.Refusal;
import dev.countersign.reviews.Absence;
import dev.countersign.reviews.Absences;
import dev.countersign.spelling.PlainText;
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

/** Takes down that somebody is away, and who decides for them. */
@Controller
@AllowedTo({Role.REVIEWER, Role.DIRECTOR, Role.VP})
class AbsenceWritingController {

    private final Absences absences;
    private final AbsenceForm form;
    private final People people;

    AbsenceWritingController(Absences absences, AbsenceForm form, People people) {
        this.absences = absences;
        this.form = form;
        this.people = people;
    }

    @GetMapping("/reviews/absences/new")
    String ask(@RequestParam("_person") Optional<String> person, Person reader, Salvaged salvaged, Model model) {
        Person away = away(person, reader);
        absences.toManage(reader, away.id()).demand();
        return declaring(away, reader, form.shown(AbsenceForm.DECLARE, away.id(), reader, salvaged), model);
    }

    @PostMapping("/reviews/absences/new")
    String declare(
            @RequestParam("_person") Optional<String> person,
            Person reader,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Person away = away(person, reader);
        absences.toManage(reader, away.id()).demand();
        Reading sent = form.read(AbsenceForm.DECLARE, away.id(), reader, typed);
        if (sent.isUnfinished()) {
            response.setStatus(sent.status());
            return declaring(away, reader, sent.view(), model);
        }
        try {
            absences.declare(AbsenceForm.plan(away.id(), sent.answers()), reader);
        } catch (Refusal refusal) {
            return declaring(away, reader, refused(refusal, sent, model, response), model);
        }
        flash.addFlashAttribute("said", "It is on the record.");
        return "redirect:/reviews/absences";
    }

    @GetMapping("/reviews/absences/{id}/delegate")
    String whom(@PathVariable long id, Person reader, Salvaged salvaged, Model model) {
        Absence absence = absences.get(id);
        absences.toEdit(reader, absence).demand();
        return naming(absence, form.shown(AbsenceForm.DELEGATE, absence.person(), reader, salvaged), model);
    }

    @PostMapping("/reviews/absences/{id}/delegate")
    String delegate(
            @PathVariable long id,
            Person reader,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Absence absence = absences.get(id);
        Permission permission = absences.toEdit(reader, absence);
        permission.demandRight();
        Reading sent = form.read(AbsenceForm.DELEGATE, absence.person(), reader, typed);
        if (permission instanceof Denied(Refusal over)) {
            return naming(absence, refused(over, sent, model, response), model);
        }
        if (sent.isUnfinished()) {
            response.setStatus(sent.status());
            return naming(absence, sent.view(), model);
        }
        try {
            absences.delegate(
                    id,
                    AbsenceForm.delegate(sent.answers()).orElseThrow(),
                    AbsenceForm.department(sent.answers()),
                    reader);
        } catch (Refusal refusal) {
            return naming(absence, refused(refusal, sent, model, response), model);
        }
        flash.addFlashAttribute("said", "It is on the record, and counts while the absence lasts.");
        return "redirect:/reviews/absences";
    }

    /** Whoever names nobody means themselves. */
    private Person away(Optional<String> person, Person reader) {
        return person.filter(id -> !PlainText.line(id).isEmpty())
                .map(people::meant)
                .orElse(reader);
    }

    private static FormView refused(Refusal refusal, Reading sent, Model model, HttpServletResponse response) {
        if (refusal.kind() != Refusal.Kind.INVALID) {
            model.addAttribute("refused", refusal);
        }
        response.setStatus(refusal.status());
        return AbsenceForm.refused(sent, refusal);
    }

    private static String declaring(Person away, Person reader, FormView form, Model model) {
        model.addAttribute("away", away);
        model.addAttribute("own", reader.is(away.id()));
        model.addAttribute("form", form);
        return "reviews/declare-absence";
    }

    private String naming(Absence absence, FormView form, Model model) {
        model.addAttribute("absence", absence);
        model.addAttribute("away", people.get(absence.person()));
        model.addAttribute("form", form);
        return "reviews/name-delegate";
    }
}
