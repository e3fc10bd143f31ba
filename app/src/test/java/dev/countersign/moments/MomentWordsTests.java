package dev.countersign.moments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;

class MomentWordsTests {

    private static final MomentWords MADRID = new MomentWords(ZoneId.of("Europe/Madrid"));
    private static final MomentWords SYDNEY = new MomentWords(ZoneId.of("Australia/Sydney"));

    @Test
    void tellsAMomentOnTheReadersClocks() {
        var at = Instant.parse("2026-11-23T14:05:09.123456789Z");

        assertThat(MADRID.of(at)).isEqualTo("23 Nov 2026, 15:05");
        assertThat(MADRID.exactly(at)).isEqualTo("23 Nov 2026, 15:05:09 (UTC+1)");
        assertThat(SYDNEY.day(at)).isEqualTo("24 Nov 2026");
        assertThat(new MomentWords(ReaderZone.UNKNOWN).exactly(at)).isEqualTo("23 Nov 2026, 14:05:09 (UTC)");
        assertThat(MomentWords.kept(at)).isEqualTo("2026-11-23T14:05:09Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    BRITISH  | 3 Nov 2026, 15:05      | 3 Nov 2026, 15:05:09 (UTC+1)
                    AMERICAN | Nov 3, 2026, 3:05 PM   | Nov 3, 2026, 3:05:09 PM (UTC+1)
                    GERMAN   | 3. Nov. 2026, 15:05    | 3. Nov. 2026, 15:05:09 (UTC+1)
                    SPANISH  | 3 nov 2026, 15:05      | 3 nov 2026, 15:05:09 (UTC+1)
                    FRENCH   | 3 nov. 2026, 15:05     | 3 nov. 2026, 15:05:09 (UTC+1)
                    """)
    void writesItInTheLanguageThatTheReaderChose(DateLanguage language, String minute, String second) {
        var words = new MomentWords(ZoneId.of("Europe/Madrid"), language);
        var at = Instant.parse("2026-11-03T14:05:09Z");

        assertThat(words.of(at)).isEqualTo(minute);
        assertThat(words.exactly(at)).isEqualTo(second);
        assertThat(words.in("It opens at 2026-11-03T14:05:09Z.")).isEqualTo("It opens at " + minute + ".");
    }

    @Test
    void readsZoneAndLanguageOffThePageThatIsBeingMade() {
        LocaleContextHolder.setLocaleContext(new ReaderContext(ZoneId.of("Asia/Tokyo"), DateLanguage.GERMAN));
        try {
            assertThat(MomentWords.forReader().of(Instant.parse("2026-11-03T14:05:09Z")))
                    .isEqualTo("3. Nov. 2026, 23:05");
            assertThat(MomentWords.day(LocalDate.of(2026, 3, 1))).isEqualTo("1. März 2026");
            assertThat(MomentWords.forReader().in("It began on 2026-03-01.")).isEqualTo("It began on 1. März 2026.");
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    @Test
    void offersZonesThatPeopleLiveIn() {
        assertThat(ReaderZone.inhabited())
                .extracting(ZoneId::getId)
                .contains("Europe/Madrid", "America/Argentina/Buenos_Aires", "UTC")
                .doesNotContain("Etc/GMT+5", "SystemV/EST5", "EST5EDT", "GB");
    }

    @Test
    void tellsApartWhatTheClocksShowTwice() {
        assertThat(SYDNEY.of(Instant.parse("2027-04-03T15:30:00Z"))).isEqualTo("4 Apr 2027, 02:30 (UTC+11)");
        assertThat(SYDNEY.of(Instant.parse("2027-04-03T16:30:00Z"))).isEqualTo("4 Apr 2027, 02:30 (UTC+10)");
        assertThat(SYDNEY.of(Instant.parse("2027-04-03T17:30:00Z"))).isEqualTo("4 Apr 2027, 03:30");
    }

    @Test
    void beginsADayWhereItsReaderLives() {
        assertThat(SYDNEY.startOf(LocalDate.of(2026, 11, 24))).isEqualTo("2026-11-23T13:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "between 2026-11-23T14:05:09.123456789Z and 2026-11-23T15:00:00Z;between 23 Nov 2026, 15:05 and 23 Nov 2026, 16:00",
                "it is 2026-07-01T23:30Z.;it is 2 Jul 2026, 01:30.",
                "in force from 3 Sept 2026, 10:00 UTC until 23 Nov 2026, 23:30 UTC;in force from 3 Sept 2026, 12:00 until 24 Nov 2026, 00:30",
                "away from 3 Sep 2026 10:00 UTC to 4 Sep 2026 10:00 UTC: at sea;away from 3 Sept 2026, 12:00 to 4 Sept 2026, 12:00: at sea",
                "found 2026-03-01, 10 days ago;found 1 Mar 2026, 10 days ago",
            })
    void writesTheMomentsOfASentenceLikeAllOthers(String sentence, String words) {
        assertThat(MADRID.in(sentence)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a day such as 2026-11-23",
                "release-2026-11-23",
                "https://host/2026-11-23T14:05:09Z/log",
                "2026-11-23-rc1 and 2026-13-45 and 45 Foo 2026, 10:00 UTC",
                "build 20261123 at 14:05"
            })
    void leavesEverythingElseAsItIs(String sentence) {
        assertThat(MADRID.in(sentence)).isEqualTo(sentence);
    }

    @Test
    void saysForProgramsWhatItSaysForPeople() {
        assertThat(MADRID.pieces("until 2026-11-23T14:05:09Z."))
                .extracting(MomentWords.Piece::words, MomentWords.Piece::machine)
                .containsExactly(
                        tuple("until ", ""), tuple("23 Nov 2026, 15:05", "2026-11-23T14:05:09Z"), tuple(".", ""));
    }

    @Test
    void knowsTheNamesOfZonesAndNothingElse() {
        assertThat(ReaderZone.named("Asia/Calcutta")).contains(ZoneId.of("Asia/Calcutta"));
        assertThat(ReaderZone.named("+02:00")).isEmpty();
        assertThat(ReaderZone.named("Mars/Olympus")).isEmpty();
        assertThat(ReaderZone.now()).isEqualTo(ReaderZone.UNKNOWN);
    }

    @Test
    void namesAnOffset() {
        assertThat(MomentWords.offset(ZoneOffset.ofHoursMinutes(10, 30))).isEqualTo("UTC+10:30");
        assertThat(MomentWords.offset(ZoneOffset.UTC)).isEqualTo("UTC");
    }
}
