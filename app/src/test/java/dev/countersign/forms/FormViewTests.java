package dev.countersign.forms;

import static dev.countersign.forms.Sent.OFFERS;
import static dev.countersign.forms.Sent.changeRequest;
import static dev.countersign.forms.Sent.completeChange;
import static dev.countersign.forms.Sent.fields;
import static dev.countersign.forms.Sent.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FormViewTests {

    @Test
    void startsWithTheInitialAnswers() {
        var view = changeRequest().blank(OFFERS);

        assertThat(field(view, "environment").choices())
                .anyMatch(choice -> choice.chosen() && choice.value().equals("production"));
        assertThat(rows(view, "steps")).hasSize(1);
        assertThat(view.problems()).isEmpty();
    }

    @Test
    void showsAgainWhatWasTypedHoweverWrong() {
        var view = changeRequest()
                .read(with(completeChange(), "rollbackMinutes", "five", "title", " <b>x</b> "), OFFERS)
                .view();

        assertThat(field(view, "rollbackMinutes").value()).isEqualTo("five");
        assertThat(field(view, "rollbackMinutes").problem()).startsWith("“Minutes to roll back” has to be a number");
        assertThat(field(view, "title").value()).isEqualTo(" <b>x</b> ");
    }

    @Test
    void keepsAnUnknownTagInItsInput() {
        var view = changeRequest()
                .read(with(completeChange(), "systems", "moon-base"), OFFERS)
                .view();

        assertThat(field(view, "systems").value()).isEqualTo("moon-base");
    }

    @Test
    void asksNobodyToChooseAmongNothingUnlessTheyHaveTo() {
        var nothing = Offers.of("people", List.of()).and("registeredSystems", List.of());
        var asked = shownFields(changeRequest().blank(nothing)).toList();

        assertThat(asked).extracting(FormView.Field::name).contains("systems").doesNotContain("coAuthors");
        assertThat(shownFields(changeRequest().blank(OFFERS)))
                .extracting(FormView.Field::name)
                .contains("coAuthors");
    }

    @Test
    void addsARowAndGoesOnThere() {
        var reading = changeRequest().read(with(completeChange(), "_add", "steps"), OFFERS);

        assertThat(reading.wish()).isEqualTo(Wish.EDIT);
        assertThat(reading.isFine()).isTrue();
        assertThat(rows(reading.view(), "steps")).hasSize(2);
        assertThat(field(reading.view(), "steps[1].action").first()).isTrue();
        assertThat(field(reading.view(), "steps[0].action").value()).startsWith("Switch the flag");
    }

    @Test
    void removesTheRowThatWasNamed() {
        var sent =
                with(completeChange(), "steps[1].action", "second", "steps[2].action", "third", "_remove", "steps[1]");

        var view = changeRequest().read(sent, OFFERS).view();

        assertThat(rows(view, "steps")).hasSize(2);
        assertThat(field(view, "steps[1].action").value()).isEqualTo("third");
    }

    @Test
    void addsNoMoreRowsThanItReads() {
        var sent = with(completeChange(), "steps[49].action", "last", "_add", "steps");

        assertThat(rows(changeRequest().read(sent, OFFERS).view(), "steps")).hasSize(50);
    }

    @Test
    void showsNothingWrongWhileSomebodyIsStillTyping() {
        assertThat(changeRequest()
                        .read(fields("title", "x", "_refresh", "live"), OFFERS)
                        .view()
                        .problems())
                .isEmpty();
    }

    @Test
    void fillsTheFormWithEarlierAnswers() {
        var schema = changeRequest();
        var answers = schema.read(completeChange(), OFFERS).answers();

        var view = schema.filled(answers, OFFERS);

        assertThat(field(view, "windowStart").value()).isEqualTo("2026-03-03T08:00");
        assertThat(field(view, "windowStart").moment())
                .extracting(FormView.Moment::zone)
                .isEqualTo("UTC");
        assertThat(schema.read(AsBrowser.sends(view), OFFERS).answers()).isEqualTo(answers);
    }

    @Test
    void marksQuestionsThatDecideWhatElseIsAsked() {
        var view = changeRequest().blank(OFFERS);

        assertThat(field(view, "blastRadius").live()).isTrue();
        assertThat(field(view, "title").live()).isFalse();
    }

    @Test
    void callsNothingOptionalThatACheckDemands() {
        var view = changeRequest()
                .read(
                        with(completeChange(), "blastRadius", "global", "dataMutation", "true", "_refresh", "live"),
                        OFFERS)
                .view();

        assertThat(optional(view))
                .containsExactly("digest", "links", "steps[0].undo", "controlPlane", "dataMutation", "coAuthors");
        assertThat(optional(changeRequest()
                        .read(with(completeChange(), "kind", "manual-operation", "_refresh", "live"), OFFERS)
                        .view()))
                .contains("repository", "commits");
        assertThat(field(view, "kind").live()).isTrue();
    }

    @Test
    void saysBeforehandHowLongATextHasToBe() {
        var view = changeRequest().blank(OFFERS);

        assertThat(field(view, "title").hint()).endsWith("in the morning. At least 8 characters.");
        assertThat(field(view, "why").hint()).endsWith("At least 20 characters.");
        assertThat(field(view, "alarms").hint()).doesNotContain("characters");
    }

    @Test
    void putsShortQuestionsOfOneRowBesideEachOther() {
        var view = changeRequest().blank(OFFERS);

        assertThat(rowsOf(view))
                .contains(List.of("kind", "environment"), List.of("windowStart", "windowEnd"))
                .as("what is not asked now leaves no gap")
                .noneMatch(row -> row.contains("aiInvolvement"));
        assertThat(rowsOf(changeRequest()
                        .read(with(completeChange(), "aiInvolvement", "assisted", "_add", "aiSources"), OFFERS)
                        .view()))
                .contains(List.of("aiInvolvement", "aiTool"), List.of("aiSources[0].name", "aiSources[0].updatedOn"));
    }

    @Test
    void offersWhatFillsAQuestionInAtAPressIfItsCallerDoes() {
        var presets = OFFERS.and("windowStarts", List.of(new Option("tonight", "Tonight 22:00")));

        assertThat(field(changeRequest().blank(presets), "windowStart").presets())
                .extracting(Option::value)
                .containsExactly("tonight");
        assertThat(field(changeRequest().blank(OFFERS), "windowStart").presets())
                .isEmpty();
    }

    @Test
    void showsAWindowThatWasFilledInOnTheReadersClocks() {
        var schema = changeRequest();
        var window = new Answers(Map.of("windowStart", new Answer.Moment(Instant.parse("2026-10-25T01:30:00Z"))));
        var view = AsBrowser.in(
                ZoneId.of("Europe/Madrid"),
                () -> schema.read(with(schema.with(completeChange(), window), "_preset", "tonight"), OFFERS)
                        .view());

        assertThat(view.problems()).isEmpty();
        assertThat(field(view, "windowStart").value()).isEqualTo("2026-10-25T02:30");
        assertThat(schema.read(AsBrowser.sends(view), OFFERS).answers().moment("windowStart"))
                .contains(Instant.parse("2026-10-25T01:30:00Z"));
    }

    private static List<String> optional(FormView view) {
        return shownFields(view)
                .filter(FormView.Field::optional)
                .map(FormView.Field::name)
                .toList();
    }

    private static List<List<String>> rowsOf(FormView view) {
        return view.parts().stream()
                .flatMap(FormViewTests::columns)
                .map(row -> row.parts().stream()
                        .map(FormView.Field.class::cast)
                        .map(FormView.Field::name)
                        .toList())
                .toList();
    }

    private static Stream<FormView.Columns> columns(FormView.Shown shown) {
        return switch (shown) {
            case FormView.Section section -> section.parts().stream().flatMap(FormViewTests::columns);
            case FormView.Repeated list ->
                list.rows().stream().flatMap(row -> row.parts().stream()).flatMap(FormViewTests::columns);
            case FormView.Columns row -> Stream.of(row);
            case FormView.Field ignored -> Stream.empty();
        };
    }

    private static FormView.Field field(FormView view, String name) {
        return shownFields(view)
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<FormView.Row> rows(FormView view, String path) {
        return view.parts().stream()
                .flatMap(FormViewTests::flat)
                .filter(FormView.Repeated.class::isInstance)
                .map(FormView.Repeated.class::cast)
                .filter(list -> list.path().equals(path))
                .findFirst()
                .orElseThrow()
                .rows();
    }

    private static Stream<FormView.Field> shownFields(FormView view) {
        return view.parts().stream()
                .flatMap(FormViewTests::flat)
                .filter(FormView.Field.class::isInstance)
                .map(FormView.Field.class::cast);
    }

    private static Stream<FormView.Shown> flat(FormView.Shown shown) {
        return switch (shown) {
            case FormView.Section section -> section.parts().stream().flatMap(FormViewTests::flat);
            case FormView.Columns row -> row.parts().stream().flatMap(FormViewTests::flat);
            case FormView.Repeated list ->
                Stream.concat(Stream.of(list), list.rows().stream().flatMap(row -> row.parts().stream()));
            case FormView.Field field -> Stream.of(field);
        };
    }
}
