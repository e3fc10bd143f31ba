package dev.countersign.reviews.web;

import dev.countersign.forms.Answers;
import dev.countersign.forms.Offers;
import dev.countersign.forms.Option;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.sheets.Sheet;
import dev.countersign.reviews.Absence;
import dev.countersign.reviews.AbsencePlan;
import dev.countersign.reviews.Absences;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The forms of an absence, with those to choose from who can decide meanwhile. */
@Component
class AbsenceSheets {

    private final Absences absences;
    private final People people;

    AbsenceSheets(Absences absences, People people) {
        this.absences = absences;
        this.people = people;
    }

    Sheet declaring(Person away, Person reader) {
        return placed(Sheet.on("reviews/declare-absence", "declare-absence"))
                .about("away", away)
                .about("own", reader.is(away.id()))
                .offering(offers(away.id(), reader));
    }

    Sheet naming(Absence absence, Person reader) {
        return placed(Sheet.on("reviews/name-delegate", "name-delegate"))
                .about("absence", absence)
                .about("away", people.get(absence.person()))
                .offering(offers(absence.person(), reader));
    }

    /** What is wrong with the times or the delegate is said there. */
    private static Sheet placed(Sheet sheet) {
        return sheet.placing("reviews.absence-times", "until")
                .placing("reviews.delegate-missing", "delegate")
                .placing("reviews.delegate-unfit", "delegate");
    }

    static AbsencePlan plan(PersonId person, Answers answers) {
        return new AbsencePlan(
                person,
                answers.moment("from").orElse(Instant.EPOCH),
                answers.moment("until").orElse(Instant.EPOCH),
                answers.text("reason"),
                delegate(answers));
    }

    static Optional<PersonId> delegate(Answers answers) {
        return Optional.of(answers.text("delegate"))
                .filter(text -> !text.isEmpty())
                .map(PersonId::recorded);
    }

    static Optional<String> department(Answers answers) {
        return Optional.of(answers.text("department")).filter(text -> !text.isEmpty());
    }

    private Offers offers(PersonId person, Person recorder) {
        List<Option> delegates = absences.candidates(person, recorder).stream()
                .map(one -> new Option(one.id().value(), one.name()))
                .toList();
        List<Option> departments = absences.departments(person).stream()
                .map(one -> new Option(one.key(), one.name()))
                .toList();
        return Offers.of("delegates", delegates).and("departments", departments);
    }
}
