package dev.countersign.forms;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What somebody answered, by the keys of the form; a question without an answer is not in it. */
public record Answers(Map<String, Answer> byKey) {

    public static final Answers NONE = new Answers(Map.of());

    public Answers {
        byKey = Collections.unmodifiableMap(new LinkedHashMap<>(byKey));
    }

    /** The text or the chosen value; empty when unanswered. */
    public String text(String key) {
        return byKey.get(key) instanceof Answer.Text(var value) ? value : "";
    }

    public Optional<BigDecimal> amount(String key) {
        return byKey.get(key) instanceof Answer.Amount(var value) ? Optional.of(value) : Optional.empty();
    }

    public boolean truth(String key) {
        return byKey.get(key) instanceof Answer.Truth(var value) && value;
    }

    public Optional<LocalDate> day(String key) {
        return byKey.get(key) instanceof Answer.Day(var value) ? Optional.of(value) : Optional.empty();
    }

    public Optional<Instant> moment(String key) {
        return byKey.get(key) instanceof Answer.Moment(var value) ? Optional.of(value) : Optional.empty();
    }

    public List<String> chosen(String key) {
        return byKey.get(key) instanceof Answer.Chosen(var values) ? values : List.of();
    }

    public List<Answers> rows(String key) {
        return byKey.get(key) instanceof Answer.Rows(var rows) ? rows : List.of();
    }

    /** Days as `2026-03-01`, moments as `2026-03-01T09:30:00Z`: what a record of the same names reads back. */
    public ObjectNode toJson() {
        var json = JsonNodeFactory.instance.objectNode();
        byKey.forEach((key, answer) -> put(json, key, answer));
        return json;
    }

    private static void put(ObjectNode json, String key, Answer answer) {
        switch (answer) {
            case Answer.Text(var value) -> json.put(key, value);
            case Answer.Amount(var value) -> json.put(key, value);
            case Answer.Truth(var value) -> json.put(key, value);
            case Answer.Day(var value) -> json.put(key, value.toString());
            case Answer.Moment(var value) -> json.put(key, value.toString());
            case Answer.Chosen(var values) -> {
                var array = json.putArray(key);
                values.forEach(array::add);
            }
            case Answer.Rows(var rows) -> {
                var array = json.putArray(key);
                rows.forEach(row -> array.add(row.toJson()));
            }
        }
    }
}
