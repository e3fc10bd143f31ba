/** Owns the local stack: broker, Keycloak and PostgreSQL as child processes, and a clock that can be moved; never in production. */
@NullMarked
package dev.countersign.local;

import org.jspecify.annotations.NullMarked;
