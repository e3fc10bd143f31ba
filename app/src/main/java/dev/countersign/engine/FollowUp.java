package dev.countersign.engine;

import java.time.Instant;
import java.util.List;

/**
 * What a module does when time has made something due. The timers on the diagram normally see to it; this is for when
 * they are silent, and it needs nothing but PostgreSQL.
 */
public interface FollowUp {

    /** The process whose timers it stands in for. */
    String process();

    /** Subjects for which something is due at that moment and not yet done, the longest overdue first. */
    List<String> overdue(Instant now, int most);

    /**
     * Does what is due, whoever else tries at the same time.
     *
     * @return whether this call moved the subject on, so that a process that waits for it must begin anew
     */
    boolean catchUp(String subject);
}
