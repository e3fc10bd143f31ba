/** Owns the demonstration data of the local stack; everything is loaded through the real use cases. */
@NullMarked
package dev.countersign.local.demo;

import org.jspecify.annotations.NullMarked;
