package dev.countersign.journal;

import java.util.List;

/** An event for tests; its data are a note and a number. */
record Happened(
        String stream, String kind, String actor, List<String> systems, String summary, String note, long number)
        implements Recorded {

    static Happened to(String stream) {
        return by("ada", stream);
    }

    static Happened by(String actor, String stream) {
        return new Happened(
                stream, "changes.submitted", actor, List.of("cart", "checkout"), "submitted revision 1", "first", 7);
    }

    Happened kind(String other) {
        return new Happened(stream, other, actor, systems, summary, note, number);
    }

    Happened about(String... others) {
        return new Happened(stream, kind, actor, List.of(others), summary, note, number);
    }

    Happened note(String other) {
        return new Happened(stream, kind, actor, systems, summary, other, number);
    }

    Happened number(long other) {
        return new Happened(stream, kind, actor, systems, summary, note, other);
    }
}
