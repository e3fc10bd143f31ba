package dev.countersign.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedNumberTests {

    @ParameterizedTest
    @ValueSource(strings = {"0", "30", "2.5", "1.50", "0.125", "1000.125", "1.2345", "-7", "999999999999999"})
    void readsWhatCanBeReadInOneWay(String text) {
        assertThat(TypedNumber.meaning("Lost", text).answer()).isEqualTo(new Answer.Amount(new BigDecimal(text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1.000;1000 or 1",
                "1,000;1000 or 1",
                "12.500;12500 or 12.5",
                "-1.234;-1234 or -1.234",
                "1,250;1250 or 1.25"
            })
    void asksWhatADotOrACommaBeforeThreeDigitsMeans(String text, String ways) {
        assertThat(TypedNumber.meaning("Lost", text).problem())
                .isEqualTo("“Lost” is “%s”, which can be read in two ways. Write %s.".formatted(text, ways));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "1.000.000;1000000",
                "1,000,000;1000000",
                "1 000;1000",
                "1\u00A0000;1000",
                "1'000;1000",
                "1\u202F500\u202F000;1500000"
            })
    void showsHowToWriteThousands(String text, String spelling) {
        assertThat(TypedNumber.meaning("Lost", text).problem())
                .isEqualTo("“Lost” has to be a number without signs between its digits: write %s.".formatted(spelling));
    }

    @ParameterizedTest
    @ValueSource(strings = {"five", "1.2.3", "2,5", "1,00,000", "1e3", ""})
    void refusesWhatIsNoNumber(String text) {
        assertThat(TypedNumber.meaning("Lost", text).problem())
                .isEqualTo("“Lost” has to be a number, such as 30 or 2.5.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1.000", "1.0", "1000", "100", "2.125", "0.125", "12.500", "-3.141", "1500.50"})
    void showsANumberSoThatItIsReadAsTheSame(String number) {
        var stored = new BigDecimal(number);

        assertThat(TypedNumber.meaning("Lost", TypedNumber.shown(stored)).answer())
                .isInstanceOfSatisfying(
                        Answer.Amount.class, read -> assertThat(read.value()).isEqualByComparingTo(stored));
    }
}
