/** Owns the auditors' view of the record: search, exports and verification; nothing here writes. */
@NullMarked
package dev.countersign.journal.web;

import org.jspecify.annotations.NullMarked;
