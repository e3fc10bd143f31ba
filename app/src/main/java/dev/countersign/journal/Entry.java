package dev.countersign.journal;

import java.time.Instant;
import java.util.List;

/**
 * One line of the record.
 *
 * @param id its place in the whole record, which has gaps where a transaction was rolled back
 * @param seq its place in its stream, from 1 and without gaps
 * @param canonical the text that the hash runs over, with the data of the event
 */
public record Entry(
        long id,
        String stream,
        long seq,
        Instant at,
        String kind,
        String actor,
        List<String> systems,
        String summary,
        String canonical,
        Hash previous,
        Hash hash) {

    public Entry {
        systems = List.copyOf(systems);
    }

    /** The event's own components, as JSON. */
    public String data() {
        return Canonical.data(canonical);
    }
}
