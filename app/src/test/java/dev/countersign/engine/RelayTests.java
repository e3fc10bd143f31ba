package dev.countersign.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelayTests {

    @Test
    void triesAgainSoonAfterTheFirstFailure() {
        assertThat(Relay.pause(0)).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void doublesThePauseWithEachFailure() {
        assertThat(IntStream.range(0, 4).mapToObj(Relay::pause).map(Duration::toMillis))
                .containsExactly(250L, 500L, 1000L, 2000L);
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 10, 64, 1_000_000, Integer.MAX_VALUE})
    void neverWaitsLongerThanPeopleWouldForABrokerThatIsBack(int attempts) {
        assertThat(Relay.pause(attempts)).isEqualTo(Duration.ofSeconds(15));
    }
}
