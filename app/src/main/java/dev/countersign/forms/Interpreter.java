package dev.countersign.forms;

import dev.countersign.spelling.Excerpt;
import dev.countersign.spelling.PlainText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes an answer of what was typed, or says in words why it isn't one. */
final class Interpreter {

    private static final int LARGEST_TEXT = 20_000;
    private static final int MOST_CHOICES = 600;
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    /** An answer, or a problem, or neither when nothing was typed. */
    record Meaning(@Nullable Answer answer, @Nullable String problem) {

        static final Meaning NOTHING = new Meaning(null, null);

        static Meaning of(Answer answer) {
            return new Meaning(answer, null);
        }

        static Meaning wrong(String words, Object... facts) {
            return new Meaning(null, words.formatted(facts));
        }
    }

    private final Typed typed;
    private final Offers offers;

    Interpreter(Typed typed, Offers offers) {
        this.typed = typed;
        this.offers = offers;
    }

    Meaning meaning(Part.Question question, String name) {
        var text = typed.value(name).strip();
        return switch (question.kind()) {
            case TICK -> Meaning.of(new Answer.Truth(!text.isEmpty() && !text.equals("false")));
            case CHECKLIST, TAGS -> several(question, typed.values(name));
            case LINE, TEXT, NUMBER, SELECT, RADIO, DAY, MOMENT ->
                text.isEmpty() ? Meaning.NOTHING : single(question, name, text);
        };
    }

    private Meaning single(Part.Question question, String name, String text) {
        return switch (question.kind()) {
            case NUMBER -> TypedNumber.meaning(question.label(), text);
            case SELECT, RADIO -> choice(question, text);
            case DAY -> day(question.label(), text);
            case MOMENT -> TypedMoment.of(typed, name).meaning(question.label());
            case LINE -> text(question.label(), PlainText.line(text));
            case TEXT, TICK, CHECKLIST, TAGS -> text(question.label(), text);
        };
    }

    private static Meaning text(String label, String text) {
        return text.length() > LARGEST_TEXT
                ? Meaning.wrong("“%s” is far too long; it has %d characters.", label, text.length())
                : Meaning.of(new Answer.Text(text));
    }

    private Meaning choice(Part.Question question, String text) {
        return find(question.choices(offers), text)
                .map(option -> Meaning.of(new Answer.Text(option.value())))
                .orElseGet(() -> Meaning.wrong("“%s” has no choice ‘%s’.", question.label(), Excerpt.of(text, 60)));
    }

    private Meaning several(Part.Question question, List<String> texts) {
        if (texts.isEmpty()) {
            return Meaning.NOTHING;
        }
        if (texts.size() > MOST_CHOICES) {
            return Meaning.wrong("“%s” has too many choices at once.", question.label());
        }
        var choices = question.choices(offers);
        var unknown =
                texts.stream().filter(text -> find(choices, text).isEmpty()).findFirst();
        return unknown.map(text -> Meaning.wrong(
                        "%s", new Picking(choices, text).objection(question.label(), Excerpt.of(text, 60))))
                .orElseGet(() -> Meaning.of(new Answer.Chosen(texts.stream()
                        .flatMap(text -> find(choices, text).stream())
                        .map(Option::value)
                        .distinct()
                        .toList())));
    }

    /** By value, or by the label as a person would type it. */
    static Optional<Option> find(List<Option> choices, String text) {
        return choices.stream()
                .filter(option -> option.value().equalsIgnoreCase(text))
                .findFirst()
                .or(() -> choices.stream()
                        .filter(option ->
                                option.label().toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT)))
                        .findFirst());
    }

    private static Meaning day(String label, String text) {
        try {
            var day = LocalDate.parse(text);
            return isPlausible(day)
                    ? Meaning.of(new Answer.Day(day))
                    : Meaning.wrong("“%s” is not in a plausible year.", label);
        } catch (DateTimeException notADay) {
            return Meaning.wrong("“%s” has to be a day of the calendar, such as 2026-03-31.", label);
        }
    }

    private static boolean isPlausible(LocalDate day) {
        return !day.isBefore(EARLIEST) && !day.isAfter(LATEST);
    }
}
