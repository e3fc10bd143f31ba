package dev.countersign.reviews;

import dev.countersign.identity.PersonId;
import java.time.Instant;

/**
 * Somebody is at work on an open task.
 *
 * @param away whether they are away, so that it counts for nobody
 * @param free from when on others may take it over, if they do nothing
 */
record Claim(PersonId person, Instant since, Instant free, boolean away) {}
