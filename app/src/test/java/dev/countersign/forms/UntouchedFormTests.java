package dev.countersign.forms;

import static dev.countersign.forms.Sent.FORMS;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** To open a form that is filled with what is stored and to send it as it is must never be a change. */
class UntouchedFormTests {

    /** With half-hour changes, changes at midnight, and none. */
    static final List<String> ZONES = List.of(
            "UTC",
            "Europe/Berlin",
            "America/New_York",
            "America/St_Johns",
            "America/Santiago",
            "Australia/Sydney",
            "Australia/Lord_Howe",
            "Africa/Casablanca",
            "Asia/Beirut",
            "Asia/Kathmandu",
            "Pacific/Chatham");

    private static final Instant SECOND_IN_SYDNEY = Instant.parse("2027-04-03T16:30:00.123456789Z");
    private static final List<Option> THINGS =
            List.of(new Option("a", "Thing A"), new Option("b", "Thing B"), new Option("c", "Thing C"));

    static Stream<String> forms() {
        return FORMS.ids().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void changesNothing(String id) {
        var schema = FORMS.get(id);
        var offers = offers(schema);
        var stored = answers(schema, offers);

        for (var zone : ZONES) {
            AsBrowser.in(ZoneId.of(zone), () -> {
                var sent = AsBrowser.sends(schema.filled(stored, offers));
                assertThat(schema.read(sent, offers, stored).answers().byKey())
                        .as(zone)
                        .containsExactlyInAnyOrderEntriesOf(stored.byKey());
                return sent;
            });
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void changesNothingAfterItWasShownAgain(String id) {
        var schema = FORMS.get(id);
        var offers = offers(schema);
        var stored = answers(schema, offers);

        AsBrowser.in(ZoneId.of("Australia/Sydney"), () -> {
            var again = schema.read(AsBrowser.sends(schema.filled(stored, offers)), offers, stored)
                    .view();
            assertThat(schema.read(AsBrowser.sends(again), offers, stored)
                            .answers()
                            .byKey())
                    .containsExactlyInAnyOrderEntriesOf(stored.byKey());
            return again;
        });
    }

    @ParameterizedTest
    @FieldSource("ZONES")
    void keepsEachMomentAroundEachChangeOfTheClocks(String name) {
        var zone = ZoneId.of(name);
        var schema = FORMS.get("declare-absence");
        var offers = offers(schema);

        AsBrowser.in(zone, () -> {
            moments(zone).forEach(at -> {
                var stored = new Answers(Map.of("from", new Answer.Moment(at)));
                var sent = AsBrowser.sends(schema.filled(stored, offers));
                assertThat(schema.read(sent, offers).answers().moment("from")).contains(at);
            });
            return zone;
        });
    }

    @Test
    void knowsARowThatMoved() {
        var schema = Sent.changeRequest();
        var offers = offers(schema);
        var stored = answers(schema, offers);
        var sent = new LinkedHashMap<>(AsBrowser.sends(schema.filled(stored, offers)));
        sent.put("_remove", List.of("steps[0]"));

        assertThat(schema.read(sent, offers, stored).answers().rows("steps"))
                .containsExactly(stored.rows("steps").get(1));
    }

    @Test
    void takesWhatIsReallyChanged() {
        var schema = Sent.changeRequest();
        var offers = offers(schema);
        var stored = answers(schema, offers);
        var sent = new LinkedHashMap<>(AsBrowser.sends(schema.filled(stored, offers)));
        sent.put("rollbackMinutes", List.of("7"));
        sent.put("why", List.of("something else"));

        var read = schema.read(sent, offers, stored).answers();

        assertThat(read.amount("rollbackMinutes")).contains(new BigDecimal("7"));
        assertThat(read.text("why")).isEqualTo("something else");
        assertThat(read.text("title")).isEqualTo(stored.text("title"));
    }

    private static Stream<Instant> moments(ZoneId zone) {
        var start = Instant.parse("2026-11-01T00:00:00Z");
        var changes = Stream.iterate(
                        zone.getRules().nextTransition(start),
                        change -> change != null,
                        change -> zone.getRules().nextTransition(change.getInstant()))
                .takeWhile(change -> change.getInstant().isBefore(start.plus(Duration.ofDays(800))))
                .map(change -> change.getInstant());
        return Stream.concat(Stream.of(SECOND_IN_SYDNEY), changes)
                .flatMap(at -> Stream.of(-7200, -3600, -1800, -1, 0, 1, 1799, 1800, 3600, 5400)
                        .flatMap(seconds -> Stream.of(
                                at.plusSeconds(seconds), at.plusSeconds(seconds).minusNanos(1))));
    }

    private static Offers offers(FormSchema schema) {
        return new Offers(Stream.concat(schema.questions(), schema.lists().flatMap(list -> list.questions().stream()))
                .flatMap(question -> question.valuesKey().stream())
                .distinct()
                .collect(Collectors.toMap(key -> key, key -> THINGS)));
    }

    /** An answer of every question, written as no form would write it. */
    private static Answers answers(FormSchema schema, Offers offers) {
        var answers = new LinkedHashMap<String, Answer>();
        schema.questions().forEach(question -> answers.put(question.key(), answer(question, offers, 0)));
        schema.lists()
                .forEach(list -> answers.put(
                        list.path(),
                        new Answer.Rows(IntStream.range(1, 3)
                                .mapToObj(row -> new Answers(list.questions().stream()
                                        .collect(Collectors.toMap(
                                                Part.Question::key, question -> answer(question, offers, row)))))
                                .toList())));
        return new Answers(answers);
    }

    private static Answer answer(Part.Question question, Offers offers, int row) {
        return switch (question.kind()) {
            case LINE -> new Answer.Text(" two  words %d ".formatted(row));
            case TEXT -> new Answer.Text("\n one \r\n\ttwo %d \n\n\n".formatted(row));
            case NUMBER ->
                new Answer.Amount(
                        new BigDecimal(List.of("1.000", "2.125", "1500.50").get(row)));
            case TICK -> new Answer.Truth(row != 1);
            case DAY -> new Answer.Day(LocalDate.of(2028, 2, 29));
            case MOMENT -> new Answer.Moment(SECOND_IN_SYDNEY);
            case SELECT, RADIO ->
                new Answer.Text(question.choices(offers).getLast().value());
            case CHECKLIST, TAGS ->
                new Answer.Chosen(question.choices(offers).reversed().stream()
                        .map(Option::value)
                        .toList());
        };
    }
}
