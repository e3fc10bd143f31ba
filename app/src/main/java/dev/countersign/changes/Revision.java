package dev.countersign.changes;

import dev.countersign.identity.PersonId;
import java.time.Instant;

/**
 * One state of a change's document, never edited.
 *
 * @param hash SHA-256 over the document's RFC 8785 bytes, in hex: what an approval names
 */
public record Revision(ChangeId change, int number, ChangeDocument document, String hash, PersonId by, Instant at) {}
