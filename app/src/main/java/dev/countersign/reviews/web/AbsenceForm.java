package dev.countersign.reviews.web;

import dev.countersign.forms.Answers;
import dev.countersign.forms.FormSchema;
import dev.countersign.forms.FormView;
import dev.countersign.forms.Forms;
import dev.countersign.forms.Offers;
import dev.countersign.forms.Option;
import dev.countersign.forms.Reading;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Salvaged;
import dev.countersign.refusals.Refusal;
import dev.countersign.reviews.AbsencePlan;
import dev.countersign.reviews.Absences;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** The forms of an absence, with those to choose from who can decide meanwhile. */
@Component
class AbsenceForm {

    static final String DECLARE = "declare-absence";
    static final String DELEGATE = "name-delegate";

    private final Forms forms;
    private final Absences absences;

    AbsenceForm(Forms forms, Absences absences) {
        this.forms = forms;
        this.absences = absences;
    }

    FormView shown(String form, PersonId person, Person recorder, Salvaged salvaged) {
        FormSchema schema = forms.get(form);
        Offers offers = offers(person, recorder);
        return schema.shown(salvaged.fields(), offers);
    }

    Reading read(String form, PersonId person, Person recorder, MultiValueMap<String, String> typed) {
        return forms.get(form).read(typed, offers(person, recorder));
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

    /** What is wrong with the times or the delegate is said there. */
    static FormView refused(Reading sent, Refusal refusal) {
        return switch (refusal.code()) {
            case "reviews.absence-times" -> sent.view(List.of(sent.problem("until", words(refusal))));
            case "reviews.delegate-missing", "reviews.delegate-unfit" ->
                sent.view(List.of(sent.problem("delegate", words(refusal))));
            default -> sent.view();
        };
    }

    private static String words(Refusal refusal) {
        return refusal.sentence() + " " + refusal.wayOut();
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
