package dev.countersign.engine;

/** There is something to tell Camunda; published in the transaction that makes it true. */
record CommandQueued() {}
