package dev.countersign.policy.process;

import dev.countersign.policy.EditionProcess;
import java.util.List;

/** What the edition's workers tell the process: where to go on, and which seats still lack a decision. */
record EditionStanding(String stage, List<Integer> seats) {

    static EditionStanding of(EditionProcess.Standing there) {
        return new EditionStanding(
                switch (there.state()) {
                    case PROPOSED -> "approval";
                    case APPROVED -> "approved";
                    case DRAFT, DISCARDED -> "sent-back";
                },
                there.seats());
    }

    static EditionStanding superseded() {
        return new EditionStanding("superseded", List.of());
    }
}
