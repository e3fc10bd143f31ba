package dev.countersign.compliance;

import static dev.countersign.compliance.CheckValue.*;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WavesBeyondOneZoneTests {

    private final Check check = new WavesBeyondOneZone();

    @Nested
    class WithinOneZone {

        @ParameterizedTest
        @ValueSource(strings = {"one-host", "one-zone"})
        void doesNotApply(String radius) {
            assertThat(examine(Submissions.good().with("blastRadius", radius)).value())
                    .isEqualTo(NOT_APPLICABLE);
        }
    }

    @Nested
    class BeyondOneZone {

        @ParameterizedTest
        @ValueSource(strings = {"one-region", "global"})
        void asksForWaves(String radius) {
            assertThat(examine(Submissions.good().with("blastRadius", radius)).evidence())
                    .containsExactly(new Evidence("waves", "at least two waves, one per line", "no waves"));
        }

        @Test
        void acceptsTwoWaves() {
            assertThat(waves("zone a, 30 min\nzones b and c")).isEqualTo(SATISFIED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"everything at once", "zone a\n\n   \n", "zone a\nn/a"})
        void refusesASingleWave(String waves) {
            assertThat(waves(waves)).isEqualTo(UNSATISFIED);
        }

        private CheckValue waves(String waves) {
            return examine(Submissions.good().with("blastRadius", "global").with("waves", waves))
                    .value();
        }
    }

    private Finding examine(Submissions submissions) {
        return check.examine(submissions.submission());
    }
}
