package dev.countersign.gate.web;

import dev.countersign.gate.Bypass;
import dev.countersign.gate.Bypasses;
import dev.countersign.identity.Person;
import dev.countersign.registry.ProductionSystem;
import dev.countersign.registry.SystemPanel;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows on a system's page what went around the gate to it, the newest first. */
@Component
class SystemBypasses implements SystemPanel {

    private static final int FEW = 5;

    private final Bypasses bypasses;
    private final BypassRowList rows;

    SystemBypasses(Bypasses bypasses, BypassRowList rows) {
        this.bypasses = bypasses;
        this.rows = rows;
    }

    @Override
    public String fragment() {
        return "gate/bypasses :: panel";
    }

    @Override
    public Optional<Object> content(ProductionSystem system, Person reader) {
        List<Bypass> latest = bypasses.of(system, FEW);
        return latest.isEmpty() ? Optional.empty() : Optional.of(rows.of(latest));
    }
}
