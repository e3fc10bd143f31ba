/** Owns the talk with Camunda: deployment, workers, the outbox relay, the inbox of user tasks and the reconciler. */
@NullMarked
package dev.countersign.engine;

import org.jspecify.annotations.NullMarked;
