package dev.countersign.local;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Camunda, as this stack has it. */
sealed interface Engine extends Part permits Broker, MemoryEngine, OtherEngine {

    /** Where the application speaks to it. */
    URI gateway();

    /** Where its clock is moved; none has one that this stack may not move. */
    @Nullable
    URI actuator();

    /** What the application must be told to get on with it, beside where it is. */
    Map<String, String> settings();

    /** What its makers allow, in one line. */
    String licence();

    /** Lets go of all it ever knew; only while it is down. */
    void forget();
}
