/** Owns the inbox of decisions and the page on which one is taken. */
@NullMarked
package dev.countersign.reviews.web;

import org.jspecify.annotations.NullMarked;
