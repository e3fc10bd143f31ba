package dev.countersign.reviews.web;

import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.reviews.Absences;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists who is away, and takes the word that somebody is back. */
@Controller
class AbsencesController {

    private final Absences absences;
    private final AbsencePage page;

    AbsencesController(Absences absences, AbsencePage page) {
        this.absences = absences;
        this.page = page;
    }

    @GetMapping("/reviews/absences")
    @AllowedTo({Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.AUDITOR})
    String list(Person reader, Model model) {
        page.show(reader, model);
        return "reviews/absences";
    }

    @PostMapping("/reviews/absences/{id}/end")
    @AllowedTo({Role.REVIEWER, Role.DIRECTOR, Role.VP})
    String end(@PathVariable long id, Person person, RedirectAttributes flash) {
        absences.end(id, person);
        flash.addFlashAttribute("said", "The absence is over, and nobody decides for them any more.");
        return "redirect:/reviews/absences";
    }
}
