package dev.countersign.policy;

import java.time.Instant;
import java.util.List;

/** What was submitted since some moment, the newest first; the changes module answers. */
public interface PastChanges {

    List<PastChange> since(Instant moment);
}
