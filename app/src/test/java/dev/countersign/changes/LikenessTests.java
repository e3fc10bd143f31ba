package dev.countersign.changes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTests {

    @ParameterizedTest
    @CsvSource({
        "Raise the basket time-out, Raise the basket timeout, true",
        "Raise the basket time-out, Raise the basket time-out a little, false",
        "Raise the basket time-out, Drop the basket tables, false",
        "abcdefgh, abcdef, true",
        "abcdefgh, abcde, false",
        "abcdefghijk, abcdefghi, true",
        "abcdefghijk, abcdefgh, false",
        "abcdefgh, xyabcdefgh, true",
        "abcdefgh, xyzabcdefgh, false",
        "abcdefgh, abXdefgY, true",
        "abcdefgh, aXcdXfgX, false"
    })
    void allowsAQuarterOfWhatWasRead(String read, String now, boolean alike) {
        assertThat(Likeness.of(read, now)).isEqualTo(alike);
    }

    @Test
    void allowsAHundredCharactersAtMost() {
        String read = "word ".repeat(400).strip();
        assertThat(Likeness.of(read, read + "x".repeat(100))).isTrue();
        assertThat(Likeness.of(read, read + "x".repeat(101))).isFalse();
    }

    @Test
    void countsWhatPeopleTakeForOneCharacterOnceAndNoLineBreaks() {
        assertThat(Likeness.of("ab\uD83D\uDE00d", "abcd")).isTrue();
        assertThat(Likeness.of("one two three", "one\n  two\r\nthree ")).isTrue();
    }
}
