/** Owns who is acting: people, their roles, and how an account becomes a person. */
@NullMarked
package dev.countersign.identity;

import org.jspecify.annotations.NullMarked;
