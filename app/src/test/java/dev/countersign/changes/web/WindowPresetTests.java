package dev.countersign.changes.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.forms.Answer;
import dev.countersign.forms.Answers;
import dev.countersign.forms.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One press fills in both ends of a window, on the reader's clocks and never longer than it may be. */
class WindowPresetTests {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final Instant NOW = Instant.parse("2026-11-23T10:01:30Z");

    @Test
    void opensInAnHourOrTonightForFourHoursIfNothingElseIsTyped() {
        assertThat(pressed("in-an-hour", NOW, Answers.NONE)).isEqualTo("2026-11-23T11:05:00Z 2026-11-23T15:05:00Z");
        assertThat(pressed("tonight", NOW, Answers.NONE)).isEqualTo("2026-11-23T21:00:00Z 2026-11-24T01:00:00Z");
    }

    @Test
    void meansTheNextNightWhenThisOneHasBegunAndSaysSo() {
        Instant late = Instant.parse("2026-11-23T21:00:00Z");

        assertThat(pressed("tonight", late, Answers.NONE)).isEqualTo("2026-11-24T21:00:00Z 2026-11-25T01:00:00Z");
        assertThat(WindowPreset.starts(late, MADRID)).extracting(Option::label).contains("Tomorrow 22:00");
        assertThat(WindowPreset.starts(NOW, MADRID)).extracting(Option::label).contains("Tonight 22:00");
    }

    @Test
    void keepsItsLengthWhenItMovesAndItsBeginningWhenItsLengthIsAnother() {
        Answers typed = window("2026-11-25T08:00:00Z", "2026-11-25T10:00:00Z");

        assertThat(pressed("in-an-hour", NOW, typed)).isEqualTo("2026-11-23T11:05:00Z 2026-11-23T13:05:00Z");
        assertThat(pressed("8-h", NOW, typed)).isEqualTo("2026-11-25T08:00:00Z 2026-11-25T16:00:00Z");
        assertThat(pressed("1-h", NOW, Answers.NONE)).isEqualTo("2026-11-23T11:05:00Z 2026-11-23T12:05:00Z");
    }

    @Test
    void takesNoLengthFromAWindowThatEndsBeforeItOpens() {
        Answers typed = window("2026-11-25T08:00:00Z", "2026-11-25T07:00:00Z");

        assertThat(pressed("in-an-hour", NOW, typed)).endsWith("2026-11-23T15:05:00Z");
        assertThat(pressed("in-an-hour", NOW, window("2026-11-25T08:00:00Z", null)))
                .endsWith("2026-11-23T15:05:00Z");
    }

    @Test
    void isNeverLongerThanThePolicyAllows() {
        Optional<Duration> most = Optional.of(Duration.ofHours(2));

        assertThat(pressed("8-h", NOW, Answers.NONE, most)).isEqualTo("2026-11-23T11:05:00Z 2026-11-23T13:05:00Z");
        assertThat(pressed("1-h", NOW, Answers.NONE, most)).isEqualTo("2026-11-23T11:05:00Z 2026-11-23T12:05:00Z");
        assertThat(pressed("tonight", NOW, window("2026-11-25T08:00:00Z", "2026-11-26T08:00:00Z"), most))
                .isEqualTo("2026-11-23T21:00:00Z 2026-11-23T23:00:00Z");
    }

    @Test
    void knowsNoOtherWords() {
        assertThat(WindowPreset.of("for-ever")).isEmpty();
    }

    private static String pressed(String word, Instant now, Answers typed) {
        return pressed(word, now, typed, Optional.empty());
    }

    private static String pressed(String word, Instant now, Answers typed, Optional<Duration> most) {
        Answers window = WindowPreset.of(word).orElseThrow().window(typed, now, MADRID, most);
        return "%s %s"
                .formatted(
                        window.moment("windowStart").orElseThrow(),
                        window.moment("windowEnd").orElseThrow());
    }

    private static Answers window(String opens, @Nullable String closes) {
        var answers = new LinkedHashMap<String, Answer>();
        answers.put("windowStart", new Answer.Moment(Instant.parse(opens)));
        if (closes != null) {
            answers.put("windowEnd", new Answer.Moment(Instant.parse(closes)));
        }
        return new Answers(answers);
    }
}
