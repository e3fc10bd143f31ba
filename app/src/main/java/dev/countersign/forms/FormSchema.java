package dev.countersign.forms;

import dev.countersign.refusals.Refusal;
import dev.countersign.spelling.Excerpt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** One form: shows it, reads what people send with it, and checks that by the rules of its file. */
public final class FormSchema {

    static final int MOST_ROWS = 50;

    private final String id;
    private final List<Part> parts;
    private final List<Part> flat;

    FormSchema(FormFile file) {
        this.id = file.id();
        this.parts = file.parts();
        this.flat = parts.stream().flatMap(FormSchema::flat).toList();
    }

    public String id() {
        return id;
    }

    /** The form with nothing in it but its initial answers. */
    public FormView blank(Offers offers) {
        return show(Stored.initial(this), offers, Answers.NONE);
    }

    /** The form as somebody typed it before it was lost on the way; blank if there is nothing of the kind. */
    public FormView shown(Map<String, List<String>> salvaged, Offers offers) {
        return shown(salvaged, offers, Optional.empty());
    }

    /** The same, filled with what is known if there is nothing of the kind. */
    public FormView shown(Map<String, List<String>> salvaged, Offers offers, Optional<Answers> known) {
        return salvaged.isEmpty()
                ? known.map(answers -> filled(answers, offers)).orElseGet(() -> blank(offers))
                : read(salvaged, offers, known.orElse(Answers.NONE)).view();
    }

    /** The form filled in with earlier answers. */
    public FormView filled(Answers answers, Offers offers) {
        return show(Stored.typed(this, answers), offers, answers);
    }

    public Reading read(Map<String, List<String>> parameters, Offers offers) {
        return read(parameters, offers, Answers.NONE);
    }

    /** Reads a sent form; what it must not change is taken from `known`. */
    public Reading read(Map<String, List<String>> parameters, Offers offers, Answers known) {
        var typed = new Typed(ownFields(parameters));
        var asked = searched(parameters);
        var changed = withPicked(withRows(typed, parameters), asked, offers);
        var check = new Check(this, changed, offers, known);
        return new Reading(this, changed, offers, wish(parameters), check, focus(changed, parameters), asked);
    }

    /** Answers that were stored as JSON; what the form no longer asks is left out. */
    public Answers fromJson(ObjectNode json) {
        return Stored.answers(this, json);
    }

    /** What was typed, with these answers in their places. */
    public Map<String, List<String>> with(Map<String, List<String>> typed, Answers answers) {
        var fields = new LinkedHashMap<>(typed);
        fields.putAll(Stored.typed(this, answers).fields());
        return fields;
    }

    /** Every key that this form can answer, lists by their own. */
    public Set<String> keys() {
        return Stream.concat(questions().map(Part.Question::key), lists().map(Part.Repeated::path))
                .collect(Collectors.toUnmodifiableSet());
    }

    List<Part> parts() {
        return parts;
    }

    Stream<Part.Question> questions() {
        return flat.stream().filter(Part.Question.class::isInstance).map(Part.Question.class::cast);
    }

    Stream<Part.Repeated> lists() {
        return flat.stream().filter(Part.Repeated.class::isInstance).map(Part.Repeated.class::cast);
    }

    /** Whether an answer decides what else is asked. */
    boolean decides(String key) {
        return flat.stream()
                .anyMatch(part -> part.hide().keys().contains(key)
                        || part instanceof Part.Question question
                                && (question.readonly().keys().contains(key)
                                        || question.demanded().keys().contains(key))
                        || part instanceof Part.Repeated list
                                && list.questions().stream()
                                        .anyMatch(question ->
                                                question.hide().keys().contains(key)));
    }

    private FormView show(Typed typed, Offers offers, Answers known) {
        return new Presenter(this, typed, offers, new Check(this, typed, offers, known), List.of(), "").view(true);
    }

    private static Stream<Part> flat(Part part) {
        return part instanceof Part.Section section
                ? Stream.concat(Stream.of(part), section.parts().stream().flatMap(FormSchema::flat))
                : Stream.of(part);
    }

    private static Wish wish(Map<String, List<String>> parameters) {
        if (Stream.of("_refresh", "_add", "_remove", "_preset").anyMatch(parameters::containsKey)) {
            return Wish.EDIT;
        }
        return parameters.getOrDefault("_do", List.of()).contains("draft") ? Wish.DRAFT : Wish.SEND;
    }

    /** Where to go on typing after something was added. */
    private String focus(Typed typed, Map<String, List<String>> parameters) {
        var added = String.join("", parameters.getOrDefault("_add", List.of()));
        return list(added)
                .map(list -> Naming.inRow(
                        added,
                        typed.rows(added) - 1,
                        list.questions().getFirst().key()))
                .orElse(added);
    }

    private Typed withRows(Typed typed, Map<String, List<String>> parameters) {
        var changed = new ArrayList<>(List.of(typed));
        parameters
                .getOrDefault("_add", List.of())
                .forEach(path -> list(path)
                        .filter(list -> typed.rows(path) < MOST_ROWS)
                        .ifPresent(list -> changed.add(changed.getLast().addRow(list))));
        parameters
                .getOrDefault("_remove", List.of())
                .forEach(row -> lists().forEach(list -> {
                    for (int index = 0; index < typed.rows(list.path()); index++) {
                        if (Naming.row(list.path(), index).equals(row)) {
                            changed.add(changed.getLast().removeRow(list.path(), index));
                        }
                    }
                }));
        return changed.getLast();
    }

    /** The long lists in which somebody looks for what they typed: by their button, or by Enter in any. */
    private List<Part.Question> searched(Map<String, List<String>> parameters) {
        var enter = parameters.getOrDefault("_refresh", List.of()).contains("enter");
        var added = parameters.getOrDefault("_add", List.of());
        return questions()
                .filter(question -> question.kind() == Part.Kind.TAGS)
                .filter(question -> enter || added.contains(question.key()))
                .toList();
    }

    /** A part of a name is enough where only one has it. */
    private static Typed withPicked(Typed typed, List<Part.Question> asked, Offers offers) {
        var picked = typed;
        for (var question : asked) {
            var choices = question.choices(offers);
            picked = picked.with(
                    question.key(),
                    picked.values(question.key()).stream()
                            .map(text -> Interpreter.find(choices, text)
                                    .or(() -> new Picking(choices, text).only())
                                    .map(Option::value)
                                    .orElse(text))
                            .toList());
        }
        return picked;
    }

    private Optional<Part.Repeated> list(String path) {
        return lists().filter(list -> list.path().equals(path)).findFirst();
    }

    /** Without what it does not ask: fields that were kept may be of an earlier release. */
    public Map<String, List<String>> own(Map<String, List<String>> kept) {
        var own = new LinkedHashMap<>(kept);
        own.keySet()
                .removeIf(name -> !name.startsWith("_") && !Typed.isKnown(name, this::isQuestion, this::isRowQuestion));
        return own;
    }

    /** What was typed, under the labels of the fields and in the words of the choices instead of their keys. */
    public Map<String, List<String>> spoken(Map<String, List<String>> typed) {
        var spoken = new LinkedHashMap<String, List<String>>();
        typed.forEach((key, values) -> {
            Optional<Part.Question> asked =
                    questions().filter(one -> one.key().equals(key)).findFirst();
            spoken.put(
                    asked.map(Part.Question::label).orElse(key),
                    values.stream()
                            .map(value -> asked.flatMap(one -> Interpreter.find(one.options(), value))
                                    .map(Option::label)
                                    .orElse(value))
                            .toList());
        });
        return spoken;
    }

    /** Names that begin with an underscore steer the form; any other has to be one of its own. */
    private Map<String, List<String>> ownFields(Map<String, List<String>> parameters) {
        var own = new LinkedHashMap<String, List<String>>();
        parameters.forEach((name, values) -> {
            if (!name.startsWith("_")) {
                refuseUnknown(name);
                own.put(name, List.copyOf(values));
            }
        });
        return own;
    }

    private void refuseUnknown(String name) {
        if (!Typed.isKnown(name, this::isQuestion, this::isRowQuestion)) {
            throw Refusal.invalid("forms.unknown-field")
                    .expectedTo("read form '%s'", id)
                    .because("this form has no field '%s'", Excerpt.of(name, 80))
                    .instead("Open the form again and fill it in there.");
        }
    }

    private boolean isQuestion(String name) {
        return questions().anyMatch(question -> fits(question, name));
    }

    private boolean isRowQuestion(String path, int index, String name) {
        return index < MOST_ROWS
                && list(path).stream()
                        .flatMap(list -> list.questions().stream())
                        .anyMatch(question -> fits(question, name));
    }

    private static boolean fits(Part.Question question, String name) {
        return question.key().equals(name)
                || question.kind() == Part.Kind.MOMENT && Naming.isBesideMoment(question.key(), name);
    }
}
