package dev.countersign.moments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LengthWordsTests {

    @ParameterizedTest
    @CsvSource({
        "PT2H1M, 2 h 1 min",
        "PT30M, 30 min",
        "PT47H, 47 h",
        "P3D, 3 days",
        "PT336H, 14 days",
        "P1826DT5H, 1826 days 5 h",
        "PT0S, 0 h"
    })
    void saysHowLongItIsAsPeopleDo(Duration length, String words) {
        assertThat(LengthWords.of(length)).isEqualTo(words);
    }
}
