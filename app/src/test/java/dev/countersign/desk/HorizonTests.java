package dev.countersign.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.desk.Task.Horizon;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HorizonTests {

    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-30T23:00:00Z");

    @Test
    void isNowForWhatIsInHandOverdueOrDueSoon() {
        assertThat(horizon(true, Optional.empty())).isEqualTo(Horizon.NOW);
        assertThat(horizon(false, Optional.of(NOW.minusSeconds(1)))).isEqualTo(Horizon.NOW);
        assertThat(horizon(false, Optional.of(NOW.plus(Duration.ofHours(3))))).isEqualTo(Horizon.NOW);
    }

    @Test
    void isTodayUntilTheReadersMidnight() {
        assertThat(horizon(false, Optional.of(MIDNIGHT.minusSeconds(1)))).isEqualTo(Horizon.TODAY);
        assertThat(horizon(false, Optional.of(MIDNIGHT))).isEqualTo(Horizon.LATER);
    }

    @Test
    void isLaterForWhatNobodyIsBoundTo() {
        assertThat(horizon(false, Optional.empty())).isEqualTo(Horizon.LATER);
    }

    private static Horizon horizon(boolean held, Optional<Instant> due) {
        return new Task("Review", "A change", "CHG-000001", "/reviews/1", held, NOW, null)
                .due(due)
                .horizon(NOW, MIDNIGHT);
    }
}
