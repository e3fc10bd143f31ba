/** Owns what a form asks and what counts as an answer: one `.form` file is rendered, read and checked here. */
@NullMarked
package dev.countersign.forms;

import org.jspecify.annotations.NullMarked;
