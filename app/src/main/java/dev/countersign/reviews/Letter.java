package dev.countersign.reviews;

import dev.countersign.changes.ChangeId;
import dev.countersign.identity.PersonId;
import java.time.Instant;

/**
 * The last word in an open thread, from somebody else than whom it waits for.
 *
 * @param about what the thread is about
 * @param begins how the remark begins
 */
public record Letter(ChangeId change, int thread, String about, PersonId by, String begins, Instant at) {}
