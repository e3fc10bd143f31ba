package dev.countersign.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTests {

    @Test
    void makesEveryKindOfSpaceThePlainOne() {
        assertThat(PlainText.of("a\u00A0b\u2003c\u202Fd\u3000e\u2800f\u3164g")).isEqualTo("a b c d e f g");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x200B, 0x200E, 0x200F, 0x061C, 0x202A, 0x202C, 0x202E, 0x2066, 0x2069, 0x00AD, 0xFEFF, 0x2060, 0x07,
                0xE0041
            })
    void dropsWhatNobodySees(int point) {
        assertThat(PlainText.of("Roll" + Character.toString(point) + "back")).isEqualTo("Rollback");
    }

    @Test
    void dropsATerminalsColours() {
        assertThat(PlainText.of("\u001B[1;31mred\u001B[0m and \u001B]0;title\u0007plain"))
                .isEqualTo("red and plain");
    }

    @Test
    void endsEveryLineWithALineFeed() {
        assertThat(PlainText.of("a\r\nb\rc\u000Bd\u2028e\u0085f")).isEqualTo("a\nb\nc\nd\ne\nf");
    }

    @ParameterizedTest
    @CsvSource({
        "'\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645'",
        "'\uD83D\uDC69\u200D\uD83D\uDCBB'",
        "'\u0915\u094D\u200D\u0937'",
        "'\u2764\uFE0F'"
    })
    void keepsJoinersAndVariantsInsideWords(String text) {
        assertThat(PlainText.of(text)).isEqualTo(text);
    }

    @Test
    void dropsJoinersAtTheEdgeOfAWord() {
        assertThat(PlainText.of("\u200Dop \u200C en\u200D")).isEqualTo("op  en");
        assertThat(PlainText.of("end\u200D.")).isEqualTo("end.");
    }

    @Test
    void composesLetters() {
        assertThat(PlainText.of("e\u0301")).isEqualTo("\u00E9");
    }

    @Test
    void leavesNothingOfATextThatNobodySees() {
        assertThat(PlainText.line("\u200B".repeat(9) + "\uFE0F")).isEmpty();
    }

    @Test
    void dropsHalfACharacter() {
        assertThat(PlainText.of("a\uD83Db")).isEqualTo("ab");
    }

    @Test
    void neverHalvesWhatIsSeenAsOne() {
        assertThat(Excerpt.of("ab\uD83D\uDE00cd", 4)).isEqualTo("ab…");
        assertThat(Excerpt.start("abe\u0301", 3)).isEqualTo("ab");
        assertThat(Excerpt.of("abcd", 4)).isEqualTo("abcd");
    }
}
