package dev.countersign.reviews.process;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeFlow;
import dev.countersign.changes.ChangePlan;

/** Where the model goes on, as PostgreSQL says, and how long a director has left if it is to sign-off. */
record Stage(String stage, String signOffWithin) {

    static Stage of(Change change, ChangeFlow flow) {
        return new Stage(ChangePlan.stage(change.status()), flow.signOffLeft(change));
    }
}
