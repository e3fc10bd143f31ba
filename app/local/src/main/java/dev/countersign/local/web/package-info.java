/** Owns the local stack's endpoints: the clock, and what waits for the demo's people. */
@NullMarked
package dev.countersign.local.web;

import org.jspecify.annotations.NullMarked;
