package dev.countersign.forms;

import static dev.countersign.forms.Sent.FORMS;
import static dev.countersign.forms.Sent.fields;
import static dev.countersign.forms.Sent.with;
import static dev.countersign.forms.Sent.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TypedMomentTests {

    private static final FormSchema FORM = FORMS.get("declare-absence");
    private static final Offers OFFERS = Offers.of("delegates", List.of());
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final Map<String, List<String>> TWICE = fields(
            "from",
            "2027-04-04T02:30",
            "from.zone",
            "Australia/Sydney",
            "until",
            "2027-04-05T09:00",
            "reason",
            "At the sea");

    @Test
    void asksWhichOfTwoIsMeant() {
        var reading = FORM.read(TWICE, OFFERS);
        var moment = moment(reading.view());

        assertThat(words(reading))
                .containsExactly(
                        "“Away from” names a time that comes twice: the clocks in Australia/Sydney are put back over 02:30 on 4 Apr 2027. Choose which of the two you mean.");
        assertThat(moment.which())
                .extracting(FormView.Choice::label)
                .containsExactly("The first 02:30 (UTC+11)", "The second 02:30 (UTC+10)");
        assertThat(moment.which()).noneMatch(FormView.Choice::chosen);
    }

    @Test
    void takesTheOneThatWasChosen() {
        assertThat(from(with(TWICE, "from.which", "+11:00"))).isEqualTo("2027-04-03T15:30:00Z");
        assertThat(from(with(TWICE, "from.which", "+10:00"))).isEqualTo("2027-04-03T16:30:00Z");
    }

    @Test
    void letsTheOtherOneBeChosenInstead() {
        var filled = with(TWICE, "from.kept", "2027-04-03T16:30:12Z");

        assertThat(from(filled)).isEqualTo("2027-04-03T16:30:12Z");
        assertThat(from(with(filled, "from.which", "+10:00"))).isEqualTo("2027-04-03T16:30:12Z");
        assertThat(from(with(filled, "from.which", "+11:00"))).isEqualTo("2027-04-03T15:30:00Z");
    }

    @Test
    void takesAnotherTimeOverTheOneThatWasFilledIn() {
        assertThat(from(with(TWICE, "from.kept", "2027-04-03T16:30:12Z", "from", "2027-04-04T05:00")))
                .isEqualTo("2027-04-03T19:00:00Z");
    }

    @Test
    void saysWhatIsNearATimeThatIsSkipped() {
        var reading = FORM.read(with(TWICE, "from", "2027-03-28T02:30", "from.zone", "Europe/Berlin"), OFFERS);

        assertThat(words(reading))
                .containsExactly(
                        "“Away from” names a time that there is not: the clocks in Europe/Berlin go from 02:00 straight to 03:00 on 28 Mar 2027. Choose 01:59 or earlier, or 03:00 or later.");
        assertThat(moment(reading.view()).which()).isEmpty();
    }

    @Test
    void showsAStoredMomentOnTheReadersClocksAndWhichOfTwoItIs() {
        var stored = new Answers(Map.of("from", new Answer.Moment(Instant.parse("2027-04-03T16:30:00Z"))));

        var field = AsBrowser.in(SYDNEY, () -> from(FORM.filled(stored, OFFERS)));

        assertThat(field.value()).isEqualTo("2027-04-04T02:30");
        assertThat(field.moment()).isNotNull();
        assertThat(field.moment().zone()).isEqualTo("Australia/Sydney");
        assertThat(field.moment().which())
                .filteredOn(FormView.Choice::chosen)
                .extracting(FormView.Choice::value)
                .containsExactly("+10:00");
    }

    @Test
    void guessesNothingOfAZoneThatNobodyKnows() {
        var reading = FORM.read(with(TWICE, "from.zone", "Mars/Olympus"), OFFERS);

        assertThat(words(reading))
                .containsExactly(
                        "“Away from” came with a time zone that is not known here. Look at the time again, in UTC.");
        assertThat(moment(reading.view()).zone()).isEqualTo("UTC");
    }

    private static String from(Map<String, List<String>> sent) {
        return FORM.read(sent, OFFERS).answers().moment("from").orElseThrow().toString();
    }

    private static FormView.Field from(FormView view) {
        return AsBrowser.fields(view)
                .filter(field -> field.name().equals("from"))
                .findFirst()
                .orElseThrow();
    }

    private static FormView.Moment moment(FormView view) {
        var moment = from(view).moment();
        assertThat(moment).isNotNull();
        return moment;
    }
}
