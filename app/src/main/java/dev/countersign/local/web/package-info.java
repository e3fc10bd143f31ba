/** Owns the local stack's one endpoint: the clock. */
@NullMarked
package dev.countersign.local.web;

import org.jspecify.annotations.NullMarked;
