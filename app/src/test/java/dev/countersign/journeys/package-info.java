/** Owns the journeys of people through the whole house, in a real browser and on the real servers. */
@NullMarked
package dev.countersign.journeys;

import org.jspecify.annotations.NullMarked;
