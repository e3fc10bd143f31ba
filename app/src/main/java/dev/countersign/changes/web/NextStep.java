package dev.countersign.changes.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.Holds;
import dev.countersign.identity.People;
import dev.countersign.identity.PersonId;
import dev.countersign.registry.Systems;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Says who moves a change on, and by what; empty once it is over. */
@Component
class NextStep {

    private final Holds holds;
    private final Systems systems;
    private final People people;

    NextStep(Holds holds, Systems systems, People people) {
        this.holds = holds;
        this.systems = systems;
        this.people = people;
    }

    String of(Change change) {
        return holds.stopping(change).isPresent()
                ? "It is held. An author and somebody who did not write it can lift the hold together."
                : unheld(change);
    }

    private String unheld(Change change) {
        return switch (change.status()) {
            case DRAFT -> name(change.author()) + " submits it.";
            case CHECKING -> "The checks finish; that takes a few seconds.";
            case NEEDS_WORK -> name(change.author()) + " amends it and submits it again.";
            case IN_REVIEW -> reviewers(change.demanded().reviews());
            case SIGN_OFF -> "%s signs it off; if that is overdue, %s decides.".formatted(director(change), vp(change));
            case ESCALATED -> vp(change) + " approves or declines it.";
            case APPROVED -> execution(change);
            case BAKING -> "It is watched until its bake time ends.";
            case OUTCOME -> name(change.author()) + " records how it turned out.";
            case CLOSED, REJECTED, WITHDRAWN, EXPIRED, ROLLED_BACK -> "";
        };
    }

    private String execution(Change change) {
        String executes = name(change.author()) + " executes it inside its window and reports that";
        return change.demanded().secondKey()
                ? executes + ", once another reviewer or leader has turned the second key."
                : executes + ".";
    }

    private static String reviewers(int count) {
        return count == 1
                ? "A reviewer who is not one of its authors decides."
                : "%d reviewers who are not its authors decide, each without seeing the other's verdict."
                        .formatted(count);
    }

    private String director(Change change) {
        return name(systems.department(change.department()).director());
    }

    private String vp(Change change) {
        return name(systems.department(change.department()).vp());
    }

    private String name(PersonId id) {
        return people.names(Set.of(id)).apply(id);
    }
}
