package dev.countersign.engine;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a module says of one kind of process by the state in PostgreSQL, so that the reconciler can tell whether
 * Camunda still follows and can bring a lost process back.
 */
public interface Plan {

    /** The process id on the diagram. */
    String process();

    /** Where people look at the subject: an address within the house. */
    String page(String subject);

    /** The variables of a new run; ids only. */
    Record start(String subject, int run);

    /** The user task elements that should be open now; empty when the plan waits for something else. */
    Set<String> asks(String subject);

    /** By when a timer or a worker should have moved the subject on; empty when only people can. */
    Optional<Instant> movesBy(String subject);
}
