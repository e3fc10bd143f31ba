package dev.countersign.forms;

import static dev.countersign.forms.Sent.OFFERS;
import static dev.countersign.forms.Sent.changeRequest;
import static dev.countersign.forms.Sent.completeChange;
import static dev.countersign.forms.Sent.fields;
import static dev.countersign.forms.Sent.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
            case FormView.Repeated list ->
                Stream.concat(Stream.of(list), list.rows().stream().flatMap(row -> row.parts().stream()));
            case FormView.Field field -> Stream.of(field);
        };
    }
}
