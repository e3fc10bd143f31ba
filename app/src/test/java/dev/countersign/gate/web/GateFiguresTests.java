package dev.countersign.gate.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gate.Reason;
import dev.countersign.refusals.Words;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateFiguresTests {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final GateFigures figures = new GateFigures(registry);

    @Test
    void countsADenyOnceAndEachOfItsReasons() {
        figures.denied(List.of(reason("gate.held"), reason("gate.window")));
        figures.denied(List.of(reason("gate.held")));
        assertThat(count("answers", "decision", "deny")).isEqualTo(2);
        assertThat(count("reasons", "code", "gate.held")).isEqualTo(2);
        assertThat(count("reasons", "code", "gate.window")).isEqualTo(1);
    }

    /** A rule that waits for the first one must see that there was none. */
    @Test
    void saysZeroForWhatNeverHappened() {
        assertThat(count("answers", "decision", "allow")).isZero();
        assertThat(count("reasons", "code", "gate.unavailable")).isZero();
    }

    private double count(String figure, String tag, String value) {
        return registry.get("countersign.gate." + figure)
                .tag(tag, value)
                .counter()
                .count();
    }

    private static Reason reason(String code) {
        return new Reason(code, "this", Words.said("that"), "Do something.");
    }
}
