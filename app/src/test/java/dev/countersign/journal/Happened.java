package dev.countersign.journal;

import java.util.List;

/** An event for tests; its data are a note and a number. */
public record Happened(
        String stream, String kind, String actor, List<String> systems, String summary, String note, long number)
        implements Recorded {

    public static Happened to(String stream) {
        return by("ada", stream);
    }

    public static Happened by(String actor, String stream) {
        return new Happened(
                stream, "changes.submitted", actor, List.of("cart", "checkout"), "submitted revision 1", "first", 7);
    }

    public Happened kind(String other) {
        return new Happened(stream, other, actor, systems, summary, note, number);
    }

    public Happened about(String... others) {
        return new Happened(stream, kind, actor, List.of(others), summary, note, number);
    }

    public Happened note(String other) {
        return new Happened(stream, kind, actor, systems, summary, other, number);
    }

    public Happened number(long other) {
        return new Happened(stream, kind, actor, systems, summary, note, other);
    }

    public Happened summary(String other) {
        return new Happened(stream, kind, actor, systems, other, note, number);
    }
}
