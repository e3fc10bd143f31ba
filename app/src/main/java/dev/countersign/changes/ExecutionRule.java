package dev.countersign.changes;

import dev.countersign.identity.Person;
import dev.countersign.refusals.Permission;

/** What another module has to say on who may report an execution. A bean of this type is asked each time. */
public interface ExecutionRule {

    Permission toReport(Change change, Person reporter);
}
