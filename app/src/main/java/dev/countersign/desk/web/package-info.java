/** Owns the addresses of the reader's own pages and of the live diagrams. */
@NullMarked
package dev.countersign.desk.web;

import org.jspecify.annotations.NullMarked;
