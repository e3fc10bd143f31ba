package dev.countersign.forms;

import dev.countersign.forms.Part.Kind;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a Camunda form's JSON; what it doesn't understand stops the start rather than being left unchecked. */
final class FormFile {

    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_TEXT = 10_000;
    private static final Set<String> RULES = Set.of(
            "required", "minLength", "maxLength", "min", "max", "pattern", "patternErrorMessage", "validationType");

    private final JsonNode form;
    private final Condition.Parser conditions;

    FormFile(String json, Condition.Parser conditions) {
        this.form = JsonMapper.shared().readTree(json);
        this.conditions = conditions;
    }

    String id() {
        return form.path("id").asString();
    }

    List<Part> parts() {
        return parts(form.path("components"));
    }

    private List<Part> parts(JsonNode components) {
        return components.valueStream().map(this::part).toList();
    }

    private Part part(JsonNode node) {
        return switch (type(node)) {
            case "group" ->
                new Part.Section(
                        text(node, "label"), text(node, "description"), hide(node), parts(node.path("components")));
            case "dynamiclist" -> repeated(node);
            default -> question(node);
        };
    }

    private Part repeated(JsonNode node) {
        return new Part.Repeated(
                text(node, "path"),
                text(node, "label"),
                text(node, "description"),
                hide(node),
                node.path("defaultRepetitions").asInt(1),
                node.path("allowAddRemove").asBoolean(true),
                node.path("components").valueStream().map(this::question).toList());
    }

    private Part.Question question(JsonNode node) {
        var kind = kind(node);
        return new Part.Question(
                text(node, "key"),
                kind,
                label(node),
                text(node, "description"),
                rules(node, kind),
                hide(node),
                readonly(node.path("readonly")),
                demanded(node),
                node.path("properties").path("live").asString("").equals("true"),
                row(node.path("layout")),
                options(node.path("values")),
                string(node, "valuesKey"),
                spelling(node),
                string(node.path("properties"), "presets"),
                string(node, "defaultValue").orElse(null));
    }

    private Kind kind(JsonNode node) {
        return switch (type(node)) {
            case "textfield" -> Kind.LINE;
            case "textarea" -> Kind.TEXT;
            case "number" -> Kind.NUMBER;
            case "checkbox" -> Kind.TICK;
            case "select" -> Kind.SELECT;
            case "radio" -> Kind.RADIO;
            case "checklist" -> Kind.CHECKLIST;
            case "taglist" -> Kind.TAGS;
            case "datetime" ->
                switch (text(node, "subtype")) {
                    case "date" -> Kind.DAY;
                    case "datetime" -> Kind.MOMENT;
                    default -> throw unknown("subtype", text(node, "subtype"));
                };
            default -> throw unknown("type", type(node));
        };
    }

    private Rules rules(JsonNode node, Kind kind) {
        var validate = node.path("validate");
        validate.propertyNames().stream()
                .filter(name -> !RULES.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw unknown("rule", name);
                });
        return new Rules(
                validate.path("required").asBoolean(false),
                whole(validate, "minLength"),
                Optional.ofNullable(whole(validate, "maxLength"))
                        .orElse(kind == Kind.TEXT ? LONGEST_TEXT : LONGEST_LINE),
                string(validate, "pattern").map(Pattern::compile).orElse(null),
                string(validate, "patternErrorMessage").orElse(null),
                string(validate, "validationType").orElse(null),
                decimal(validate, "min"),
                decimal(validate, "max"),
                whole(node, "decimalDigits"),
                decimal(node, "increment"));
    }

    private Optional<Spelling> spelling(JsonNode node) {
        return string(node.path("properties"), "spelling")
                .map(word -> Arrays.stream(Spelling.values())
                        .filter(spelling -> spelling.word().equals(word))
                        .findFirst()
                        .orElseThrow(() -> unknown("spelling", word)));
    }

    private Condition hide(JsonNode node) {
        return string(node.path("conditional"), "hide").map(conditions::parse).orElse(Condition.NEVER);
    }

    private Condition readonly(JsonNode readonly) {
        if (readonly.isString()) {
            return conditions.parse(readonly.stringValue());
        }
        return readonly.asBoolean(false) ? Condition.ALWAYS : Condition.NEVER;
    }

    private Condition demanded(JsonNode node) {
        return string(node.path("properties"), "demanded")
                .map(conditions::parse)
                .orElse(Condition.NEVER);
    }

    /** Only what says how much of a row it takes leaves room beside it. */
    private static String row(JsonNode layout) {
        return whole(layout, "columns") == null ? "" : text(layout, "row");
    }

    private static List<Option> options(JsonNode values) {
        return values.valueStream()
                .map(value -> new Option(text(value, "value"), text(value, "label")))
                .toList();
    }

    /** A date with a time has two labels in the file and one input here. */
    private static String label(JsonNode node) {
        return Stream.of("label", "dateLabel")
                .map(name -> text(node, name))
                .filter(label -> !label.isEmpty())
                .map(label -> label.replaceFirst(": date$", ""))
                .findFirst()
                .orElseGet(() -> text(node, "key"));
    }

    private static String type(JsonNode node) {
        return text(node, "type");
    }

    private static String text(JsonNode node, String name) {
        return string(node, name).orElse("");
    }

    private static Optional<String> string(JsonNode node, String name) {
        var value = node.path(name);
        return value.isValueNode() && !value.isNull() ? Optional.of(value.asString()) : Optional.empty();
    }

    private static @Nullable Integer whole(JsonNode node, String name) {
        return string(node, name).map(Integer::valueOf).orElse(null);
    }

    private static @Nullable BigDecimal decimal(JsonNode node, String name) {
        return string(node, name).map(BigDecimal::new).orElse(null);
    }

    private IllegalStateException unknown(String what, String name) {
        return new IllegalStateException(
                "Expected to read form '%s', but its %s '%s' is not supported.".formatted(id(), what, name));
    }
}
