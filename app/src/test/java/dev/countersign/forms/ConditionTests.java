package dev.countersign.forms;

import static dev.countersign.forms.Sent.OFFERS;
import static dev.countersign.forms.Sent.changeRequest;
import static dev.countersign.forms.Sent.completeChange;
import static dev.countersign.forms.Sent.fields;
import static dev.countersign.forms.Sent.form;
import static dev.countersign.forms.Sent.with;
import static dev.countersign.forms.Sent.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConditionTests {

    @Test
    void asksForAToolOnlyWhenAMachineHelped() {
        assertThat(words(changeRequest().read(with(completeChange(), "aiInvolvement", "assisted"), OFFERS)))
                .containsExactly("Fill in “AI tool”.");
    }

    @Test
    void dropsAnAnswerToAQuestionThatIsNotAsked() {
        var hidden = with(completeChange(), "waves", "one, two", "aiTool", "x", "aiSources[0].name", "wiki");

        var answers = changeRequest().read(hidden, OFFERS).answers();

        assertThat(answers.byKey()).doesNotContainKeys("waves", "aiTool", "aiSources");
    }

    @Test
    void ignoresNonsenseInAQuestionThatIsNotAsked() {
        var hidden = with(completeChange(), "aiSources[0].updatedOn", "yesterday");

        assertThat(words(changeRequest().read(hidden, OFFERS))).isEmpty();
    }

    @Test
    void carriesWhatWasTypedInAQuestionThatIsNotAskedNow() {
        var view = changeRequest()
                .read(with(completeChange(), "waves", "zone a, then b"), OFFERS)
                .view();

        assertThat(view.hidden()).contains(new FormView.Hidden("waves", "zone a, then b"));
    }

    @Test
    void treatsAMissingAnswerAsNull() {
        var form = form("""
                {'type': 'textfield', 'key': 'a', 'label': 'A'},
                {'type': 'textfield', 'key': 'b', 'label': 'B', 'validate': {'required': true}, 'conditional': {'hide': '=a = null'}}
                """);

        assertThat(words(form.read(fields(), OFFERS))).isEmpty();
        assertThat(words(form.read(fields("a", "x"), OFFERS))).containsExactly("Fill in “B”.");
    }

    @Test
    void decidesOverNumbersTicksListsAndRows() {
        assertThat(isHidden("{'type': 'number', 'key': 'a'}", "a > 3", fields("a", "4")))
                .isTrue();
        assertThat(isHidden("{'type': 'checkbox', 'key': 'a'}", "a", fields("a", "true")))
                .isTrue();
        assertThat(isHidden("{'type': 'checkbox', 'key': 'a'}", "a", fields())).isFalse();
        assertThat(isHidden(
                        "{'type': 'checklist', 'key': 'a', 'values': [{'value': 'x', 'label': 'X'}]}",
                        "list contains(a, \\'x\\')".replace("\\'", "\\\""),
                        fields("a", "x")))
                .isTrue();
        assertThat(isHidden(
                        "{'type': 'datetime', 'subtype': 'date', 'key': 'a'}",
                        "date(a) < today()",
                        fields("a", "2026-03-01")))
                .isTrue();
    }

    @Test
    void hidesNothingWhenAConditionFails() {
        assertThat(isHidden("{'type': 'textfield', 'key': 'a'}", "a + 1 > 2", fields("a", "x")))
                .isFalse();
    }

    @Test
    void decidesForEachRowByItsOwnAnswers() {
        var form = form("""
                {'type': 'dynamiclist', 'path': 'rows', 'label': 'Rows', 'components': [
                  {'type': 'textfield', 'key': 'a', 'label': 'A'},
                  {'type': 'textfield', 'key': 'b', 'label': 'B', 'validate': {'required': true}, 'conditional': {'hide': '=a = null'}}]}
                """);

        var reading = form.read(fields("rows[0].a", "", "rows[1].a", "x"), OFFERS);

        assertThat(reading.problems()).extracting(Problem::name).containsExactly("rows[1].b");
    }

    @Test
    void neverTakesAnAnswerThatIsReadOnly() {
        var form = form("{'type': 'textfield', 'key': 'a', 'readonly': '=b'}, {'type': 'checkbox', 'key': 'b'}");
        var known =
                form.fromJson(form.read(fields("a", "kept"), OFFERS).answers().toJson());

        assertThat(form.read(fields("a", "forged", "b", "true"), OFFERS, known)
                        .answers()
                        .text("a"))
                .isEqualTo("kept");
        assertThat(form.read(fields("a", "new"), OFFERS, known).answers().text("a"))
                .isEqualTo("new");
    }

    private static boolean isHidden(String question, String condition, Map<String, List<String>> sent) {
        var form = form(
                "%s, {'type': 'textfield', 'key': 'z', 'conditional': {'hide': '=%s'}}".formatted(question, condition));
        return form.read(sent, OFFERS).view().parts().size() == 1;
    }
}
