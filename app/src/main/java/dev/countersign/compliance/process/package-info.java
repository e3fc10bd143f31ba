/** What the process asks of this module. */
@NullMarked
package dev.countersign.compliance.process;

import org.jspecify.annotations.NullMarked;
