package dev.countersign.changes;

import static dev.countersign.changes.SampleChange.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.countersign.refusals.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTests {

    private final Window window = new Window(NOW, NOW.plus(Duration.ofHours(1)));

    @Test
    void isOpenFromItsStart() {
        assertThat(window.isOpen(NOW)).isTrue();
        assertThat(window.isOpen(NOW.minusNanos(1))).isFalse();
    }

    @Test
    void isOpenNoLongerAtItsEnd() {
        assertThat(window.isOpen(window.end().minusNanos(1))).isTrue();
        assertThat(window.isOpen(window.end())).isFalse();
    }

    @Test
    void isNeverOpenWhenItEndsBeforeItStarts() {
        Window backwards = new Window(window.end(), window.start());
        assertThat(backwards.isOpen(window.start())).isFalse();
        assertThat(backwards.isOpen(window.end())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"windowStart", "windowEnd"})
    void needsBothItsSides(String missing) {
        ChangeDocument document = SampleDocument.writtenAt(NOW).without(missing).document();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Window.of(document))
                .withMessageContaining("the start or the end of its window is missing")
                .satisfies(refusal -> assertThat(refusal.wayOut()).isNotBlank());
    }
}
