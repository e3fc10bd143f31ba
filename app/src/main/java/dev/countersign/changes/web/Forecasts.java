package dev.countersign.changes.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeDocument;
import dev.countersign.changes.ChecksAhead;
import dev.countersign.changes.Outlook;
import dev.countersign.changes.Outlooks;
import dev.countersign.changes.ReviewersAhead;
import dev.countersign.changes.ReviewersAhead.Likely;
import dev.countersign.forms.Answers;
import dev.countersign.forms.FormSchema;
import dev.countersign.forms.Offers;
import dev.countersign.forms.Reading;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Salvaged;
import dev.countersign.registry.Department;
import dev.countersign.registry.ProductionSystem;
import dev.countersign.registry.Systems;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts beside the form of a change what it will need, by the code that judges and checks it once it is submitted. */
@Component
class Forecasts {

    private final Outlooks outlooks;
    private final ChecksAhead checks;
    private final ReviewersAhead reviewers;
    private final Systems systems;
    private final People people;

    Forecasts(Outlooks outlooks, ChecksAhead checks, ReviewersAhead reviewers, Systems systems, People people) {
        this.outlooks = outlooks;
        this.checks = checks;
        this.reviewers = reviewers;
        this.systems = systems;
        this.people = people;
    }

    /** Without a system there is nothing to foresee, and the page says what is missing. */
    void show(Answers soFar, Person author, Model model) {
        ChangeDocument typed = ChangeRequest.soFar(soFar);
        Optional<Change> change = Optional.ofNullable((Change) model.getAttribute("change"));
        outlooks.of(typed, change)
                .map(outlook -> forecast(soFar, typed, author, outlook, change.flatMap(Change::executedAt)))
                .ifPresent(forecast -> model.addAttribute("forecast", forecast));
    }

    /** The page with a form that was filled in before. */
    String filled(FormSchema schema, Answers answers, Offers choices, Person author, Model model) {
        show(answers, author, model);
        return WritingPage.form(schema.filled(answers, choices), model);
    }

    /** The page with a form as somebody had typed it and not sent. */
    String typed(FormSchema schema, Salvaged typed, Offers choices, Person author, Model model) {
        Reading reading = schema.read(schema.own(typed.fields()), choices);
        show(reading.answers(), author, model);
        return WritingPage.form(reading.view(), model);
    }

    private Forecast forecast(
            Answers soFar, ChangeDocument typed, Person author, Outlook outlook, Optional<Instant> doneAt) {
        Department department = systems.department(outlook.leading().department());
        var name = people.names(List.of(department.director(), department.vp()));
        return Forecast.of(
                outlook,
                name.apply(department.director()),
                name.apply(department.vp()),
                ChangeRequest.open(soFar),
                likely(typed, author, outlook),
                checks.of(typed, outlook.requirements(), doneAt));
    }

    private List<Likely> likely(ChangeDocument typed, Person author, Outlook outlook) {
        if (outlook.requirements().reviews() == 0) {
            return List.of();
        }
        Stream<String> unnamed = outlook.unnamed().stream().map(ProductionSystem::key);
        Stream<PersonId> hand = Stream.of(Optional.of(author.id()), Optional.ofNullable(typed.operator()))
                .flatMap(Optional::stream);
        return reviewers.of(
                Stream.concat(typed.systems().stream(), unnamed).toList(),
                outlook.leading().department(),
                Stream.concat(hand, typed.coAuthors().stream()).collect(Collectors.toSet()));
    }
}
