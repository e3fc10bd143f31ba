package dev.countersign.gate;

import dev.countersign.changes.Change;
import dev.countersign.changes.ExecutionRule;
import dev.countersign.identity.Person;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Refusal;
import org.springframework.stereotype.Component;

/** Two people are at work when a key is demanded: who turned it does not also report the execution. */
@Component
class KeyRule implements ExecutionRule {

    private final KeyRows keys;

    KeyRule(KeyRows keys) {
        this.keys = keys;
    }

    @Override
    public Permission toReport(Change change, Person reporter) {
        return Permission.grantedIf(
                keys.of(change.id()).stream().noneMatch(key -> reporter.is(key.by())),
                () -> Refusal.forbidden("gate.reporter-turned-key")
                        .cannot("report the execution of %s", change.id())
                        .because("%s turned its second key", reporter.id())
                        .instead("Whoever executed it reports it."));
    }
}
