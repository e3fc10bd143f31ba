package dev.countersign.forms;

import dev.countersign.moments.ClockTime;
import dev.countersign.moments.MomentWords;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lays a form out for its template: what is asked now, what was typed, what is wrong with it. */
final class Presenter {

    private final FormSchema schema;
    private final Typed typed;
    private final Offers offers;
    private final Check check;
    private final List<Problem> problems;
    private final String focus;
    private final Map<String, String> wrong = new HashMap<>();
    private final List<FormView.Hidden> hidden = new ArrayList<>();

    Presenter(FormSchema schema, Typed typed, Offers offers, Check check, List<Problem> problems, String focus) {
        this.schema = schema;
        this.typed = typed;
        this.offers = offers;
        this.check = check;
        this.problems = problems;
        this.focus = focus;
        problems.forEach(problem -> wrong.putIfAbsent(problem.name(), problem.words()));
    }

    /**
     * The form as it is shown.
     *
     * @param summed whether its problems stand on top too, as after it was sent
     */
    FormView view(boolean summed) {
        var parts = inRows(schema.parts(), this::show);
        return new FormView(schema.id(), parts, summed ? problems : List.of(), List.copyOf(hidden));
    }

    private Stream<FormView.Shown> show(Part part) {
        if (check.isHidden(part) || offersNothing(part)) {
            carry(part);
            return Stream.empty();
        }
        return Stream.of(
                switch (part) {
                    case Part.Section section ->
                        new FormView.Section(
                                section.label(), section.description(), inRows(section.parts(), this::show));
                    case Part.Repeated list -> repeated(list);
                    case Part.Question question ->
                        check.isReadonly(question) ? fixed(question) : field(question, question.key(), typed);
                });
    }

    /** What shares a row in the file stands beside each other; what is not asked now leaves its place to the others. */
    private static <P extends Part> List<FormView.Shown> inRows(
            List<P> parts, Function<P, Stream<FormView.Shown>> show) {
        var rows = new ArrayList<FormView.Shown>();
        var beside = new ArrayList<FormView.Shown>();
        for (int place = 0; place < parts.size(); place++) {
            beside.addAll(show.apply(parts.get(place)).toList());
            if (place + 1 == parts.size() || !isBeside(parts.get(place), parts.get(place + 1))) {
                rows.addAll(beside.size() < 2 ? beside : List.of(new FormView.Columns(List.copyOf(beside))));
                beside.clear();
            }
        }
        return List.copyOf(rows);
    }

    private static boolean isBeside(Part one, Part next) {
        return one instanceof Part.Question first
                && next instanceof Part.Question second
                && !first.row().isEmpty()
                && first.row().equals(second.row());
    }

    /** What a text must have is said before it is typed. */
    private static String hint(Part.Question question) {
        var least = question.rules().minLength();
        return least == null
                ? question.description()
                : (question.description() + " At least %d characters.".formatted(least)).strip();
    }

    /** Nobody is asked to choose among nothing, unless an answer is wanted and they have to see why there is none. */
    private boolean offersNothing(Part part) {
        return part instanceof Part.Question question
                && question.kind().hasChoices()
                && !question.rules().required()
                && question.choices(offers).isEmpty();
    }

    private FormView.Repeated repeated(Part.Repeated list) {
        var count = typed.rows(list.path());
        var rows = IntStream.range(0, count)
                .mapToObj(index -> row(list, index, count))
                .toList();
        return new FormView.Repeated(
                list.path(),
                Naming.id(list.path()),
                list.label(),
                list.one(),
                list.description(),
                rows,
                list.resizable() && count < FormSchema.MOST_ROWS);
    }

    private FormView.Row row(Part.Repeated list, int index, int count) {
        return new FormView.Row(
                "%s %d of %d".formatted(list.one(), index + 1, count),
                inRows(list.questions(), question -> show(list, index, question)),
                list.resizable() ? Naming.row(list.path(), index) : null);
    }

    private Stream<FormView.Shown> show(Part.Repeated list, int index, Part.Question question) {
        var name = Naming.inRow(list.path(), index, question.key());
        if (check.isHidden(question, list, index)) {
            carry(question, name);
            return Stream.empty();
        }
        return Stream.of(field(question, name, typed));
    }

    private FormView.Field fixed(Part.Question question) {
        var known = Stored.typed(schema, check.known());
        return field(question, question.key(), known, true);
    }

    private FormView.Field field(Part.Question question, String name, Typed from) {
        return field(question, name, from, false);
    }

    private FormView.Field field(Part.Question question, String name, Typed from, boolean readonly) {
        var unknown = unknown(question, name, from);
        var near = near(question, name, unknown);
        return new FormView.Field(
                question.kind().fragment(),
                Naming.id(name),
                name,
                question.label(),
                hint(question),
                question.rules().required(),
                !question.rules().required() && !check.isDemanded(question),
                readonly,
                question.live() || schema.decides(question.key()),
                name.equals(focus),
                value(question, name, from, near.isEmpty() ? unknown : Optional.empty()),
                question.kind() == Part.Kind.MOMENT ? moment(name, TypedMoment.of(from, name)) : null,
                choices(question, name, from, near),
                question.presets().map(offers::presets).orElse(List.of()),
                question.rules(),
                wrong.get(name));
    }

    private List<FormView.Choice> choices(Part.Question question, String name, Typed from, List<Option> near) {
        var options = question.choices(offers);
        var chosen = from.values(name).stream()
                .flatMap(text -> Interpreter.find(options, text).stream())
                .map(Option::value)
                .toList();
        return IntStream.range(0, options.size())
                .mapToObj(index -> choice(Naming.id(name) + "-" + index, options.get(index), chosen, near))
                .toList();
    }

    private static FormView.Choice choice(String id, Option option, List<String> chosen, List<Option> near) {
        return new FormView.Choice(
                id, option.value(), option.label(), chosen.contains(option.value()), near.contains(option));
    }

    /** What stands in the input: for a long list what is still to be found in it. */
    private static String value(Part.Question question, String name, Typed from, Optional<String> sought) {
        return question.kind().takesSeveral() ? sought.orElse("") : from.value(name);
    }

    /** What was looked for in vain may be one of these, which stand to be ticked. */
    private List<Option> near(Part.Question question, String name, Optional<String> unknown) {
        return unknown.filter(text -> wrong.containsKey(name))
                .map(text -> new Picking(question.choices(offers), text).near())
                .orElse(List.of());
    }

    /** Where several can be chosen, what was typed and is none of the choices. */
    private Optional<String> unknown(Part.Question question, String name, Typed from) {
        if (!question.kind().takesSeveral()) {
            return Optional.empty();
        }
        var options = question.choices(offers);
        return from.values(name).stream()
                .filter(text -> Interpreter.find(options, text).isEmpty())
                .findFirst();
    }

    private static FormView.Moment moment(String name, TypedMoment typed) {
        var zone = typed.zone();
        return new FormView.Moment(
                zone.getId(),
                typed.kept(),
                typed.text().isEmpty() || typed.untouched().isPresent(),
                typed.twice()
                        .map(twice -> "The clocks in %s show %s twice that night. Which one do you mean?"
                                .formatted(zone, typed.time()))
                        .orElse(""),
                typed.twice().map(twice -> which(name, typed, twice)).orElse(List.of()));
    }

    private static List<FormView.Choice> which(String name, TypedMoment typed, ClockTime.Twice twice) {
        return List.of(
                occurrence(name, typed, "first", twice.first()), occurrence(name, typed, "second", twice.second()));
    }

    private static FormView.Choice occurrence(String name, TypedMoment typed, String word, ZoneOffset offset) {
        return new FormView.Choice(
                Naming.id(name + Naming.WHICH) + "-" + word,
                offset.getId(),
                "The %s %s (%s)".formatted(word, typed.time(), MomentWords.offset(offset)),
                offset.getId().equals(typed.which()),
                false);
    }

    private void carry(Part part) {
        switch (part) {
            case Part.Section section -> section.parts().forEach(this::carry);
            case Part.Question question -> carry(question, question.key());
            case Part.Repeated list ->
                IntStream.range(0, typed.rows(list.path()))
                        .forEach(index -> list.questions()
                                .forEach(
                                        question -> carry(question, Naming.inRow(list.path(), index, question.key()))));
        }
    }

    private void carry(Part.Question question, String name) {
        typed.fields().getOrDefault(name, List.of()).forEach(value -> hidden.add(new FormView.Hidden(name, value)));
        if (question.kind() == Part.Kind.MOMENT) {
            var moment = TypedMoment.of(typed, name);
            hidden.add(new FormView.Hidden(name + Naming.ZONE, moment.zone().getId()));
            hidden.add(new FormView.Hidden(name + Naming.KEPT, moment.kept()));
            hidden.add(new FormView.Hidden(name + Naming.WHICH, moment.which()));
        }
    }
}
