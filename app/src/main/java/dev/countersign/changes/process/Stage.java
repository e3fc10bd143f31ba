package dev.countersign.changes.process;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangePlan;

/** Where the model goes on, as PostgreSQL says; never more than a routing fact. */
record Stage(String stage) {

    static Stage of(Change change) {
        return new Stage(ChangePlan.stage(change.status()));
    }
}
