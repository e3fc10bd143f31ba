package dev.countersign.refusals;

import java.util.function.Supplier;

/** Whether somebody may do something, as a value: the page shows the button by it, the use case guards itself by it. */
public sealed interface Permission {

    /** They may. */
    record Granted() implements Permission {}

    /** They may not, and this is what they are told if they try. */
    record Denied(Refusal refusal) implements Permission {}

    static Permission grantedIf(boolean holds, Supplier<Refusal> otherwise) {
        return holds ? new Granted() : new Denied(otherwise.get());
    }

    /** This one, and if it is granted, the other one too. */
    default Permission and(Supplier<Permission> other) {
        return switch (this) {
            case Granted _ -> other.get();
            case Denied denied -> denied;
        };
    }

    /** Passes unless it is not theirs to do, which comes before everything that can be wrong with the attempt. */
    default void demandRight() {
        if (this instanceof Denied(Refusal refusal) && refusal.kind() == Refusal.Kind.FORBIDDEN) {
            throw refusal;
        }
    }

    default boolean granted() {
        return this instanceof Granted;
    }

    /** Passes if granted, and throws the refusal otherwise. */
    default void demand() {
        if (this instanceof Denied(Refusal refusal)) {
            throw refusal;
        }
    }
}
