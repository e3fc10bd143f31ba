/** Owns the answer to one question of a pipeline, may exactly this go to that system now, and the second key for it. */
@NullMarked
package dev.countersign.gate;

import org.jspecify.annotations.NullMarked;
