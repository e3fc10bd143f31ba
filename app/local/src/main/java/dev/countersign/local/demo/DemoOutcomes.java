package dev.countersign.local.demo;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeFilter;
import dev.countersign.changes.ChangeList;
import dev.countersign.changes.Outcome;
import dev.countersign.changes.Status;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Once their bake time is over, lets the demo's people say how two of its changes turned out. */
@Component
@Profile("local")
@ConditionalOnProperty("countersign.local.demo")
class DemoOutcomes {

    private static final ChangeFilter WAITING =
            new ChangeFilter(Set.of(Status.OUTCOME), Optional.empty(), Set.of(), "");

    private final ChangeList list;
    private final DemoHouse house;

    DemoOutcomes(ChangeList list, DemoHouse house) {
        this.list = list;
        this.house = house;
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 10_000)
    void conclude() {
        list.matching(WAITING, house.person("ada"), Optional.empty(), 50).forEach(this::conclude);
    }

    private void conclude(Change change) {
        DemoScript.CHANGES.stream()
                .filter(scripted -> scripted.title().equals(change.title()))
                .forEach(scripted -> conclude(scripted, change));
    }

    private void conclude(DemoChange scripted, Change change) {
        if (scripted.fate() == DemoChange.Fate.SUCCEEDING) {
            house.conclude(
                    change.id(), scripted.author(), Outcome.SUCCESSFUL, "No alarm, and the morning peak was calm.");
        } else if (scripted.fate() == DemoChange.Fate.FAILING) {
            house.conclude(
                    change.id(),
                    scripted.author(),
                    Outcome.ROLLED_BACK,
                    "Labels were cut off; the previous commit is back.");
        }
    }
}
