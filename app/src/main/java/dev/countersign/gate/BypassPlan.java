package dev.countersign.gate;

import dev.countersign.engine.Plan;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where the process `bypass-case` should stand, by what PostgreSQL says of the case. */
@Component
public class BypassPlan implements Plan {

    public static final String PROCESS = "bypass-case";
    static final String EXPLAIN = "explain-bypass";

    private final BypassRows rows;

    BypassPlan(BypassRows rows) {
        this.rows = rows;
    }

    @Override
    public String process() {
        return PROCESS;
    }

    @Override
    public String page(String subject) {
        return "/gate/bypasses/" + subject;
    }

    @Override
    public Record start(String subject, int run) {
        return new Start(subject, run, subject + "/" + run);
    }

    @Override
    public Set<String> asks(String subject) {
        return find(subject).filter(Bypass::isOpen).isPresent() ? Set.of(EXPLAIN) : Set.of();
    }

    @Override
    public Optional<Instant> movesBy(String subject) {
        return find(subject).filter(Bypass::isOpen).map(Bypass::dueAt);
    }

    private Optional<Bypass> find(String subject) {
        return rows.find(new BypassId(subject));
    }

    /** The variables of a new run. */
    record Start(String bypassId, int run, String runId) {}
}
