package dev.countersign.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.countersign.refusals.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeIdTests {

    @Test
    void isWrittenWithAtLeastSixDigits() {
        assertThat(ChangeId.of(42)).hasToString("CHG-000042");
        assertThat(ChangeId.of(123_456_789)).hasToString("CHG-123456789");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHG-000042", "chg-000042", "CHG-42", " Chg-0000042\u00A0", "CHG\u200B-42"})
    void isTheSameHoweverItIsTyped(String text) {
        assertThat(new ChangeId(text)).isEqualTo(ChangeId.of(42));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "42", "CHG-", "CHG 42", "INC-000042", "CHG-000042'; --", "CHG-1234567890123"})
    void isNotFoundWhenItIsNoNameOfAChange(String text) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new ChangeId(text))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }

    @Test
    void quotesNoMoreOfNonsenseThanOneCanRead() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new ChangeId("x".repeat(5000)))
                .satisfies(refusal ->
                        assertThat(refusal.told(name -> name).sentence()).hasSizeLessThan(120));
    }
}
