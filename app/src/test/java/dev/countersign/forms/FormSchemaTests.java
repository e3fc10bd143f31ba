package dev.countersign.forms;

import static dev.countersign.forms.Sent.OFFERS;
import static dev.countersign.forms.Sent.changeRequest;
import static dev.countersign.forms.Sent.completeChange;
import static dev.countersign.forms.Sent.fields;
import static dev.countersign.forms.Sent.form;
import static dev.countersign.forms.Sent.with;
import static dev.countersign.forms.Sent.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormSchemaTests {

    @Test
    void acceptsACompleteChange() {
        var reading = changeRequest().read(completeChange(), OFFERS);

        assertThat(words(reading)).isEmpty();
        assertThat(reading.wish()).isEqualTo(Wish.SEND);
        assertThat(reading.answers().text("kind")).isEqualTo("configuration");
        assertThat(reading.answers().chosen("systems")).containsExactly("basket-api");
        assertThat(reading.answers().amount("rollbackMinutes")).contains(new BigDecimal("5"));
        assertThat(reading.answers().day("rollbackRehearsedOn")).contains(LocalDate.of(2026, 2, 1));
        assertThat(reading.answers().truth("controlPlane")).isFalse();
        assertThat(reading.answers().rows("steps").getFirst().text("undo")).isEqualTo("Switch the flag off.");
    }

    @Test
    void readsNamesInTheirOneForm() {
        var sha = "5f1c2b7e9d0a4c3b8e6f1a2d3c4b5a6978877665";
        var other = "ab".repeat(20);
        var reading = changeRequest()
                .read(
                        with(
                                completeChange(),
                                "repository",
                                "https://forge.example/Storefront/Basket-API.git",
                                "commits",
                                "%s,\u00A0%s; %s".formatted(sha.toUpperCase(Locale.ROOT), other, sha),
                                "digest",
                                "SHA256:" + "CD".repeat(32)),
                        OFFERS);

        assertThat(words(reading)).isEmpty();
        assertThat(reading.answers().text("repository")).isEqualTo("storefront/basket-api");
        assertThat(reading.answers().text("commits")).isEqualTo(sha + "\n" + other);
        assertThat(reading.answers().text("digest")).isEqualTo("sha256:" + "cd".repeat(32));
    }

    @Test
    void refusesANameThatHasNoFormAtItsField() {
        var reading = changeRequest()
                .read(
                        with(completeChange(), "repository", "a\u00A0b/c", "commits", "main", "digest", "latest"),
                        OFFERS);

        assertThat(reading.problems()).extracting(Problem::name).containsExactly("repository", "commits", "digest");
    }

    @Test
    void readsATimeInTheZoneOfItsReader() {
        var answers = changeRequest().read(completeChange(), OFFERS).answers();

        assertThat(answers.moment("windowStart")).contains(Instant.parse("2026-03-03T08:00:00Z"));
        assertThat(answers.moment("windowEnd")).contains(Instant.parse("2026-03-03T11:00:00Z"));
    }

    @Test
    void refusesATimeThatTheClocksSkip() {
        var reading = changeRequest().read(with(completeChange(), "windowStart", "2026-03-29T02:30"), OFFERS);

        assertThat(words(reading))
                .containsExactly(
                        "“Window opens” names a time that there is not: the clocks in Europe/Berlin go from 02:00 straight to 03:00 on 29 Mar 2026. Choose 01:59 or earlier, or 03:00 or later.");
    }

    @Test
    void asksForEverythingThatIsRequired() {
        var reading = changeRequest().read(fields("steps[0].action", ""), OFFERS);

        assertThat(words(reading))
                .contains(
                        "Fill in “Title”.", "Choose “Systems”.", "Choose “Blast radius”.", "Step 1: Fill in “Action”.");
        assertThat(reading.problems()).extracting(Problem::id).contains("f-title", "f-steps-0-action");
    }

    @Test
    void saysWhatWasTypedInTheWordsOfItsPage() {
        assertThat(changeRequest().spoken(Map.of("kind", List.of("manual-operation"))))
                .isEqualTo(Map.of("Kind of change", List.of("Manual operation")));
        assertThat(changeRequest().spoken(Map.of("unknown", List.of("x")))).isEqualTo(Map.of("unknown", List.of("x")));
    }

    @Test
    void leavesOutOfKeptFieldsWhatItDoesNotAsk() {
        var kept = with(completeChange(), "ofAnEarlierRelease", "x", "steps[0].gone", "x", "_version", "3");
        assertThat(changeRequest().own(kept)).isEqualTo(with(completeChange(), "_version", "3"));
    }

    @Test
    void keepsADraftThatIsNotComplete() {
        var reading = changeRequest().read(fields("title", "Short", "_do", "draft"), OFFERS);

        assertThat(reading.wish()).isEqualTo(Wish.DRAFT);
        assertThat(reading.isFine()).isTrue();
        assertThat(reading.answers().text("title")).isEqualTo("Short");
    }

    @Test
    void refusesADraftThatCannotBeRead() {
        var reading = changeRequest().read(fields("rollbackMinutes", "five", "_do", "draft"), OFFERS);

        assertThat(words(reading)).containsExactly("“Minutes to roll back” has to be a number, such as 30 or 2.5.");
    }

    @Test
    void countsCharactersTheWayPeopleDo() {
        var form = form("{'type': 'textfield', 'key': 'mood', 'label': 'Mood', 'validate': {'maxLength': 2}}");

        assertThat(words(form.read(fields("mood", "🙂🙂"), OFFERS))).isEmpty();
        assertThat(words(form.read(fields("mood", "🙂🙂🙂"), OFFERS)))
                .containsExactly("“Mood” can have at most 2 characters; it has 3.");
    }

    @Test
    void takesALengthThatIsExactlyAtALimit() {
        var form = form("{'type': 'textfield', 'key': 'mood', 'label': 'Mood',"
                + " 'validate': {'minLength': 3, 'maxLength': 5}}");

        assertThat(words(form.read(fields("mood", "xx"), OFFERS)))
                .containsExactly("“Mood” needs at least 3 characters; it has 2.");
        assertThat(words(form.read(fields("mood", "xxx"), OFFERS))).isEmpty();
        assertThat(words(form.read(fields("mood", "xxxxx"), OFFERS))).isEmpty();
        assertThat(words(form.read(fields("mood", "xxxxxx"), OFFERS)))
                .containsExactly("“Mood” can have at most 5 characters; it has 6.");
    }

    @Test
    void takesANumberThatIsExactlyAtALimit() {
        var form = form("{'type': 'number', 'key': 'n', 'label': 'N', 'decimalDigits': 1,"
                + " 'validate': {'min': 10, 'max': 20}}");

        assertThat(words(form.read(fields("n", "10"), OFFERS))).isEmpty();
        assertThat(words(form.read(fields("n", "20"), OFFERS))).isEmpty();
        assertThat(words(form.read(fields("n", "9.9"), OFFERS))).containsExactly("“N” has to be 10 or more.");
        assertThat(words(form.read(fields("n", "20.1"), OFFERS))).containsExactly("“N” has to be 20 or less.");
        assertThat(words(form.read(fields("n", "12.25"), OFFERS))).containsExactly("“N” has too many decimal places.");
    }

    @Test
    void limitsEvenWhatTheFileDoesNotLimit() {
        var form = form("{'type': 'textfield', 'key': 'mood', 'label': 'Mood'}");

        assertThat(words(form.read(fields("mood", "x".repeat(500)), OFFERS))).isEmpty();
        assertThat(words(form.read(fields("mood", "x".repeat(501)), OFFERS))).hasSize(1);
        assertThat(words(form.read(fields("mood", "x".repeat(30_000), "_do", "draft"), OFFERS)))
                .hasSize(1);
    }

    @Test
    void holdsNumbersToTheirLimits() {
        var form = form(
                "{'type': 'number', 'key': 'n', 'label': 'N', 'decimalDigits': 0, 'increment': '5', 'validate': {'min': 10, 'max': 20}}");

        assertThat(words(form.read(fields("n", "15"), OFFERS))).isEmpty();
        assertThat(words(form.read(fields("n", "5"), OFFERS))).containsExactly("“N” has to be 10 or more.");
        assertThat(words(form.read(fields("n", "25"), OFFERS))).containsExactly("“N” has to be 20 or less.");
        assertThat(words(form.read(fields("n", "12.5"), OFFERS))).containsExactly("“N” has to be a whole number.");
        assertThat(words(form.read(fields("n", "12"), OFFERS))).containsExactly("“N” has to be a multiple of 5.");
        assertThat(words(form.read(fields("n", "1e9"), OFFERS))).hasSize(1);
    }

    @Test
    void saysInTheWordsOfTheFileWhatAPatternWants() {
        var reading = changeRequest().read(with(completeChange(), "commits", "5f1c2b7"), OFFERS);

        assertThat(words(reading)).singleElement().asString().startsWith("Write full commit SHAs only");
    }

    @Test
    void recognisesMailAddresses() {
        var form =
                form("{'type': 'textfield', 'key': 'mail', 'label': 'Mail', 'validate': {'validationType': 'email'}}");

        assertThat(words(form.read(fields("mail", "ada@countersign.example"), OFFERS)))
                .isEmpty();
        assertThat(words(form.read(fields("mail", "ada@here"), OFFERS)))
                .containsExactly("“Mail” is not an e-mail address.");
    }

    @Test
    void takesOnlyChoicesThatAreOffered() {
        assertThat(words(changeRequest().read(with(completeChange(), "kind", "magic"), OFFERS)))
                .containsExactly("“Kind of change” has no choice ‘magic’.");
        assertThat(words(changeRequest().read(with(completeChange(), "systems", "moon-base"), OFFERS)))
                .containsExactly("“Systems” has no choice ‘moon-base’.");
    }

    @Test
    void findsAChoiceByTheWordsThatPeopleRead() {
        var reading = changeRequest().read(with(completeChange(), "systems", "basket api"), OFFERS);

        assertThat(reading.answers().chosen("systems")).containsExactly("basket-api");
    }

    @Test
    void refusesAKeyThatIsNotInTheForm() {
        assertThatThrownBy(() -> changeRequest().read(with(completeChange(), "approved", "true"), OFFERS))
                .hasMessageContaining("this form has no field 'approved'");
        assertThatThrownBy(() -> changeRequest().read(with(completeChange(), "steps[0].approved", "true"), OFFERS))
                .hasMessageContaining("'steps[0].approved'");
        assertThatThrownBy(() -> changeRequest().read(with(completeChange(), "steps[50].action", "x"), OFFERS))
                .hasMessageContaining("'steps[50].action'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Roll\u200Bback the cart",
                "Rollback\u00A0the\u2003cart\u00A0",
                "\u001B[31mRollback\u001B[0m the cart",
                "\u202ARollback the cart\u202C",
                "Rollback\u000Bthe cart",
                "Rollback the c\0art"
            })
    void readsATextAsItIsSeen(String typed) {
        var reading = changeRequest().read(with(completeChange(), "title", typed), OFFERS);

        assertThat(words(reading)).isEmpty();
        assertThat(reading.answers().text("title")).isEqualTo("Rollback the cart");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B", "\u3164 \u2800", "\uFE0F\u200D\u00AD"})
    void knowsNoTitleThatNobodySees(String typed) {
        assertThat(words(changeRequest().read(with(completeChange(), "title", typed), OFFERS)))
                .containsExactly("Fill in “Title”.");
    }

    @Test
    void keepsJoinersInsideWords() {
        var title = "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645 \uD83D\uDC69\u200D\uD83D\uDCBB";
        assertThat(changeRequest()
                        .read(with(completeChange(), "title", title), OFFERS)
                        .answers()
                        .text("title"))
                .isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada\u00A0", "ADA", "\u200Bada", "Ada\u00A0Okafor"})
    void findsAPersonHoweverTyped(String typed) {
        assertThat(changeRequest()
                        .read(with(completeChange(), "coAuthors", typed), OFFERS)
                        .answers()
                        .chosen("coAuthors"))
                .containsExactly("ada");
    }

    @Test
    void halvesNoCharacterOfWhatItRepeats() {
        assertThat(words(changeRequest()
                        .read(with(completeChange(), "kind", "\uD83D\uDC69\u200D\uD83D\uDCBB".repeat(30)), OFFERS)))
                .singleElement()
                .asString()
                .endsWith("\uD83D\uDC69\u200D\uD83D\uDCBB…’.");
    }

    @Test
    void failsWhenItsCallerForgetsTheChoices() {
        assertThatThrownBy(() -> changeRequest().blank(Offers.NONE))
                .hasMessageContaining("Expected to be given the choices for 'registeredSystems'");
    }

    @Test
    void stopsAtAFileItDoesNotUnderstand() {
        assertThatThrownBy(() -> form("{'type': 'filepicker', 'key': 'file'}"))
                .hasMessage("Expected to read form 'sample', but its type 'filepicker' is not supported.");
        assertThatThrownBy(() -> form("{'type': 'textfield', 'key': 'a', 'validate': {'maximum': 3}}"))
                .hasMessage("Expected to read form 'sample', but its rule 'maximum' is not supported.");
        assertThatThrownBy(() -> form("{'type': 'textfield', 'key': 'a', 'conditional': {'hide': '=a !='}}"))
                .hasMessageContaining("is not FEEL");
    }

    @Test
    void givesBackWhatWasStored() {
        var schema = changeRequest();
        var answers = schema.read(completeChange(), OFFERS).answers();

        var json = answers.toJson();

        assertThat(json.at("/windowStart").asString()).isEqualTo("2026-03-03T08:00:00Z");
        assertThat(json.at("/steps/0/action").asString()).startsWith("Switch the flag");
        assertThat(schema.fromJson(json)).isEqualTo(answers);
    }

    @Test
    void showsALineForEachEntryOfAStoredList() {
        var json = changeRequest().read(completeChange(), OFFERS).answers().toJson();
        json.putArray("commits").add("a".repeat(40)).add("b".repeat(40));

        assertThat(changeRequest().fromJson(json).text("commits")).isEqualTo("a".repeat(40) + "\n" + "b".repeat(40));
    }

    @Test
    void namesTheKeysThatARecordHasToHave() {
        assertThat(Sent.FORMS.get("review-change").keys()).isEqualTo(Set.of("verdict", "comment", "reason"));
    }
}
