/** Owns how a form is asked, answered, refused and shown again: one way for every page with a form of `forms/`. */
@NamedInterface("sheets")
@NullMarked
package dev.countersign.identity.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
