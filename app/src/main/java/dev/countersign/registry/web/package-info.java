/** The pages on which one finds a system and who answers for it. */
@NullMarked
package dev.countersign.registry.web;

import org.jspecify.annotations.NullMarked;
