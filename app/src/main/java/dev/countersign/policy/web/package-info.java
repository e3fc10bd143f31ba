/** The pages on which one reads the policy, and on which leaders change it for a time. */
@NullMarked
package dev.countersign.policy.web;

import org.jspecify.annotations.NullMarked;
