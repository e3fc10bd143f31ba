package dev.countersign.reviews;

import dev.countersign.changes.ChangeId;
import dev.countersign.journal.Recorded;
import java.util.List;

/**
 * That people talked about a change, as it goes on the record: who and when, never what, because a reviewer may still be
 * reading. The hash proves later what it was.
 */
sealed interface ThreadEvent extends Recorded {

    ChangeId change();

    @Override
    default String stream() {
        return change().stream();
    }

    /**
     * Somebody said something.
     *
     * @param remark its number in the thread; 1 opened it
     * @param hash SHA-256 over its salt and its text, in hex
     */
    record Written(
            ChangeId change, String actor, List<String> systems, int thread, int remark, int revision, String hash)
            implements ThreadEvent {
        @Override
        public String kind() {
            return remark == 1 ? "reviews.thread-opened" : "reviews.remark-written";
        }

        @Override
        public String summary() {
            return remark == 1
                    ? "opened thread %d about revision %d".formatted(thread, revision)
                    : "wrote in thread %d".formatted(thread);
        }
    }

    /**
     * Somebody resolved it or reopened it.
     *
     * @param how "resolved" or "reopened"; "marked" while others are not to know whether a reviewer is content
     */
    record Marked(ChangeId change, String actor, List<String> systems, int thread, int mark, String how)
            implements ThreadEvent {
        @Override
        public String kind() {
            return "reviews.thread-marked";
        }

        @Override
        public String summary() {
            return "%s thread %d".formatted(how, thread);
        }
    }
}
