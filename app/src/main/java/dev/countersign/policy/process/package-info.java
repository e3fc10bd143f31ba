/** The service tasks that read what the policy says and what has become of an addendum. */
@NullMarked
package dev.countersign.policy.process;

import org.jspecify.annotations.NullMarked;
