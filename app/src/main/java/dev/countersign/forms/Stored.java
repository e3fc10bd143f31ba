package dev.countersign.forms;

import dev.countersign.moments.ReaderZone;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns answers that were kept back into what somebody would have typed, and stored JSON back into answers. */
final class Stored {

    private Stored() {}

    static Typed initial(FormSchema schema) {
        var fields = new LinkedHashMap<String, List<String>>();
        schema.questions()
                .forEach(question -> Optional.ofNullable(question.initial())
                        .ifPresent(value -> fields.put(question.key(), List.of(value))));
        schema.lists().forEach(list -> {
            for (int index = 0; index < list.initialRows(); index++) {
                emptyRow(fields, list, index);
            }
        });
        return new Typed(fields);
    }

    static Typed typed(FormSchema schema, Answers answers) {
        var fields = new LinkedHashMap<String, List<String>>();
        schema.questions()
                .forEach(question -> put(fields, question.key(), answers.byKey().get(question.key())));
        schema.lists().forEach(list -> {
            var rows = answers.rows(list.path());
            for (int index = 0; index < rows.size(); index++) {
                emptyRow(fields, list, index);
                for (var question : list.questions()) {
                    put(
                            fields,
                            Naming.inRow(list.path(), index, question.key()),
                            rows.get(index).byKey().get(question.key()));
                }
            }
        });
        return new Typed(fields);
    }

    static Answers answers(FormSchema schema, ObjectNode json) {
        var answers = new LinkedHashMap<String, Answer>();
        schema.questions()
                .forEach(question -> answer(question, json).ifPresent(answer -> answers.put(question.key(), answer)));
        schema.lists()
                .filter(list -> json.path(list.path()).isArray())
                .forEach(list -> answers.put(list.path(), new Answer.Rows(rows(list, json.path(list.path())))));
        return new Answers(answers);
    }

    private static void emptyRow(Map<String, List<String>> fields, Part.Repeated list, int index) {
        list.questions().forEach(question -> fields.put(Naming.inRow(list.path(), index, question.key()), List.of("")));
    }

    private static void put(Map<String, List<String>> fields, String name, @Nullable Answer answer) {
        switch (answer) {
            case null -> {}
            case Answer.Text(var value) -> fields.put(name, List.of(value));
            case Answer.Amount(BigDecimal value) -> fields.put(name, List.of(TypedNumber.shown(value)));
            case Answer.Truth(var value) -> fields.put(name, List.of(Boolean.toString(value)));
            case Answer.Day(LocalDate value) -> fields.put(name, List.of(value.toString()));
            case Answer.Moment(Instant value) ->
                fields.putAll(TypedMoment.of(value, ReaderZone.now()).fields(name));
            case Answer.Chosen(var values) -> fields.put(name, values);
            case Answer.Rows rows -> {}
        }
    }

    private static List<Answers> rows(Part.Repeated list, JsonNode array) {
        var rows = new ArrayList<Answers>();
        array.forEach(row -> rows.add(new Answers(list.questions().stream()
                .flatMap(question -> answer(question, row).map(answer -> Map.entry(question.key(), answer)).stream())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new)))));
        return rows;
    }

    private static Optional<Answer> answer(Part.Question question, JsonNode json) {
        var value = json.path(question.key());
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        return switch (question.kind()) {
            case TICK -> Optional.of(new Answer.Truth(value.asBoolean(false)));
            case CHECKLIST, TAGS -> some(strings(value)).map(Answer.Chosen::new);
            case LINE, TEXT, SELECT, RADIO -> written(value).map(Answer.Text::new);
            case NUMBER -> written(value).map(text -> new Answer.Amount(new BigDecimal(text)));
            case DAY -> written(value).map(text -> new Answer.Day(LocalDate.parse(text)));
            case MOMENT -> written(value).map(text -> new Answer.Moment(Instant.parse(text)));
        };
    }

    /** A list of lines in a record is one text in a form. */
    private static Optional<String> written(JsonNode value) {
        var text = value.isArray() ? String.join("\n", strings(value)) : value.asString();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static List<String> strings(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(JsonNode::asString).toList()
                : Stream.of(value.asString()).filter(text -> !text.isEmpty()).toList();
    }

    private static <T> Optional<List<T>> some(List<T> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(values);
    }
}
