package dev.countersign.matrix;

import static dev.countersign.Personas.GRACE;

import dev.countersign.changes.ChangeDocument.Environment;
import dev.countersign.gate.Bypass;
import dev.countersign.gate.Bypass.Way;
import dev.countersign.gate.BypassId;
import dev.countersign.gate.Bypasses;
import dev.countersign.gate.Deployments;
import dev.countersign.gate.Documenting;
import dev.countersign.gate.Report;
import dev.countersign.identity.Role;
import dev.countersign.identity.SignIn;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.BeanFactory;

/** Deployments of a system of checkout that went around the gate; Grace has closed the closed one. */
final class Bypassers {

    private static final String WORDS = "The shop was down, and nobody could reach the gate.";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Deployments deployments;
    private final Bypasses bypasses;
    private final Documenting documenting;
    private final Clock clock;
    private final List<BypassId> made = new ArrayList<>();

    Bypassers(BeanFactory beans) {
        deployments = beans.getBean(Deployments.class);
        bypasses = beans.getBean(Bypasses.class);
        documenting = beans.getBean(Documenting.class);
        clock = beans.getBean(Clock.class);
    }

    Scene scene(String name) {
        BypassId id = opened();
        made.add(id);
        if (name.equals("bypass-closed")) {
            close(id);
        }
        Map<String, String> fields = Map.of(
                "words",
                WORDS,
                "way",
                "reverted",
                "revertedAt",
                clock.instant().plusSeconds(-60).toString().substring(0, 16));
        return new Scene(Map.of("id", id.value()), fields, () -> standing(id));
    }

    /** Other tests count what is open. */
    void settleAll() {
        made.stream().filter(id -> bypasses.get(id).isOpen()).forEach(this::close);
    }

    private BypassId opened() {
        return deployments
                .report(
                        new Report(
                                Report.Source.API,
                                Optional.empty(),
                                "",
                                "storefront/cart-worker",
                                "b3%038x".formatted(NUMBER.incrementAndGet()),
                                "cart-worker",
                                Environment.PRODUCTION,
                                Optional.of(clock.instant().minusSeconds(3600)),
                                ""),
                        SignIn.person("pipeline", Role.GATE))
                .bypass()
                .orElseThrow();
    }

    private void close(BypassId id) {
        bypasses.explain(id, GRACE, WORDS, Way.REVERTED, Optional.of(clock.instant()));
    }

    private String standing(BypassId id) {
        Bypass bypass = bypasses.get(id);
        return "%s %s %s"
                .formatted(bypass, bypasses.accounts(id), documenting.of(id).size());
    }
}
