package dev.countersign.compliance;

import dev.countersign.policy.KnownChecks;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the policy which checks its clauses may name. */
@Component
class CheckNames implements KnownChecks {

    @Override
    public List<String> ids() {
        return Checklist.ALL.checks().stream().map(Check::id).toList();
    }
}
