package dev.countersign.forms;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an answer has to satisfy, as the form's file says it. */
record Rules(
        boolean required,
        @Nullable Integer minLength,
        @Nullable Integer maxLength,
        @Nullable Pattern pattern,
        @Nullable String patternWords,
        @Nullable String type,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable Integer decimals,
        @Nullable BigDecimal step) {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@.]+(\\.[^\\s@.]+)+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()/-]{4,30}");

    /** What is wrong with it, in words; empty when nothing is. */
    Optional<String> objection(String label, Part.Kind kind, @Nullable Answer answer) {
        return switch (answer) {
            case null -> missing(label, kind);
            case Answer.Truth(var ticked) -> ticked ? Optional.empty() : missing(label, kind);
            case Answer.Chosen(var values) -> values.isEmpty() ? missing(label, kind) : Optional.empty();
            case Answer.Text(var text) -> text(label, text);
            case Answer.Amount(var amount) -> amount(label, amount);
            case Answer.Day day -> Optional.empty();
            case Answer.Moment moment -> Optional.empty();
            case Answer.Rows rows -> Optional.empty();
        };
    }

    private Optional<String> missing(String label, Part.Kind kind) {
        var verb = kind == Part.Kind.TICK ? "Tick" : kind.hasChoices() ? "Choose" : "Fill in";
        return required ? Optional.of("%s “%s”.".formatted(verb, label)) : Optional.empty();
    }

    private Optional<String> text(String label, String text) {
        var length = text.codePointCount(0, text.length());
        return Stream.of(
                        words(
                                minLength != null && length < minLength,
                                "“%s” needs at least %s characters; it has %d.",
                                label,
                                minLength,
                                length),
                        words(
                                maxLength != null && length > maxLength,
                                "“%s” can have at most %s characters; it has %d.",
                                label,
                                maxLength,
                                length),
                        words(pattern != null && !pattern.matcher(text).find(), patternWords(label)),
                        words(
                                "email".equals(type) && !EMAIL.matcher(text).matches(),
                                "“%s” is not an e-mail address.",
                                label),
                        words(
                                "phone".equals(type) && !PHONE.matcher(text).matches(),
                                "“%s” is not a telephone number.",
                                label))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> amount(String label, BigDecimal amount) {
        var places = Math.max(0, amount.stripTrailingZeros().scale());
        return Stream.of(
                        words(min != null && amount.compareTo(min) < 0, "“%s” has to be %s or more.", label, min),
                        words(max != null && amount.compareTo(max) > 0, "“%s” has to be %s or less.", label, max),
                        words(
                                decimals != null && places > decimals,
                                decimals != null && decimals == 0
                                        ? "“%s” has to be a whole number."
                                        : "“%s” has too many decimal places.",
                                label),
                        words(
                                step != null && amount.remainder(step).signum() != 0,
                                "“%s” has to be a multiple of %s.",
                                label,
                                step))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private String patternWords(String label) {
        return patternWords != null ? patternWords : "“%s” is not written as asked.".formatted(label);
    }

    private static Optional<String> words(boolean wrong, String words, @Nullable Object... facts) {
        return wrong ? Optional.of(facts.length == 0 ? words : words.formatted(facts)) : Optional.empty();
    }
}
