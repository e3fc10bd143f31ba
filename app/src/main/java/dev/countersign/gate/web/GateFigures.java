package dev.countersign.gate.web;

import dev.countersign.gate.Decision;
import dev.countersign.gate.Denial;
import dev.countersign.gate.Reason;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How the gate answers, counted by its answer and by the code of each reason against one: figures for who watches the house. */
@Component
class GateFigures {

    private static final String ANSWERS = "countersign.gate.answers";
    private static final String DECISION = "decision";
    private static final String DENY = "deny";
    private static final String REASONS = "countersign.gate.reasons";
    private static final String CODE = "code";

    private final MeterRegistry registry;

    GateFigures(MeterRegistry registry) {
        this.registry = registry;
        // What never happened yet is a zero and not a gap.
        Stream.of("allow", DENY).forEach(word -> registry.counter(ANSWERS, DECISION, word));
        Stream.of(Denials.UNAVAILABLE.code(), Denial.BROKEN.code())
                .forEach(code -> registry.counter(REASONS, CODE, code));
    }

    void answered(Decision decision) {
        count(decision.word(), decision.reasons());
    }

    void denied(List<Reason> reasons) {
        count(DENY, reasons);
    }

    private void count(String word, List<Reason> reasons) {
        registry.counter(ANSWERS, DECISION, word).increment();
        reasons.forEach(reason -> registry.counter(REASONS, CODE, reason.code()).increment());
    }
}
