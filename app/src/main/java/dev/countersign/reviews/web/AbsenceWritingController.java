package dev.countersign.reviews.web;

import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.sheets.Opened;
import dev.countersign.identity.sheets.Result.Done;
import dev.countersign.identity.sheets.Sent;
import dev.countersign.reviews.Absence;
import dev.countersign.reviews.Absences;
import dev.countersign.spelling.PlainText;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes down that somebody is away, and who decides for them. */
@Controller
@AllowedTo({Role.REVIEWER, Role.DIRECTOR, Role.VP})
class AbsenceWritingController {

    private static final String LIST = "/reviews/absences";

    private final Absences absences;
    private final AbsenceSheets sheets;
    private final People people;

    AbsenceWritingController(Absences absences, AbsenceSheets sheets, People people) {
        this.absences = absences;
        this.sheets = sheets;
        this.people = people;
    }

    @GetMapping("/reviews/absences/new")
    String ask(@RequestParam("_person") Optional<String> person, Person reader, Opened opened) {
        Person away = away(person, reader);
        absences.toManage(reader, away.id()).demand();
        return opened.show(sheets.declaring(away, reader));
    }

    @PostMapping("/reviews/absences/new")
    String declare(@RequestParam("_person") Optional<String> person, Person reader, Sent sent) {
        Person away = away(person, reader);
        return sent.carryOut(sheets.declaring(away, reader), absences.toManage(reader, away.id()), said -> {
            absences.declare(AbsenceSheets.plan(away.id(), said), reader);
            return new Done(LIST, "It is on the record.");
        });
    }

    @GetMapping("/reviews/absences/{id}/delegate")
    String whom(@PathVariable long id, Person reader, Opened opened) {
        Absence absence = absences.get(id);
        absences.toEdit(reader, absence).demand();
        return opened.show(sheets.naming(absence, reader));
    }

    @PostMapping("/reviews/absences/{id}/delegate")
    String delegate(@PathVariable long id, Person reader, Sent sent) {
        Absence absence = absences.get(id);
        return sent.carryOut(sheets.naming(absence, reader), absences.toEdit(reader, absence), said -> {
            absences.delegate(id, AbsenceSheets.delegate(said).orElseThrow(), AbsenceSheets.department(said), reader);
            return new Done(LIST, "It is on the record and counts for the length of the absence.");
        });
    }

    /** Whoever names nobody means themselves. */
    private Person away(Optional<String> person, Person reader) {
        return person.filter(id -> !PlainText.line(id).isEmpty())
                .map(people::meant)
                .orElse(reader);
    }
}
