/** Owns what the house demands of a change: the base policy, addenda that add to it for a time, and their versions. */
@NullMarked
package dev.countersign.policy;

import org.jspecify.annotations.NullMarked;
