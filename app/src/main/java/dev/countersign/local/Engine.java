package dev.countersign.local;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Camunda, as this stack has it. */
sealed interface Engine extends Part permits Broker, MemoryEngine, OtherEngine {

    /** Where the application speaks to it. */
    URI gateway();

    /** Where its clock is moved; none has one that this stack may not move. */
    @Nullable
    URI actuator();

    /** Whether it hands work out by itself; one that answers at once that there is none would be asked without end. */
    boolean pushes();

    /** What its makers allow, in one line. */
    String licence();

    /** Lets go of all it ever knew; only while it is down. */
    void forget();
}
