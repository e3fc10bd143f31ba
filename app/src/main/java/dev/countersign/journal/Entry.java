package dev.countersign.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

    /** How people call what it is about. */
    public String subject() {
        return stream.substring(stream.indexOf('/') + 1);
    }

    /** The page of what it is about, if it has one. */
    public Optional<String> page() {
        return switch (stream.substring(0, Math.max(0, stream.indexOf('/')))) {
            case "change" -> Optional.of("/changes/" + subject());
            case "addendum" -> Optional.of("/policy/addenda/" + subject());
            case "policy" -> Optional.of("/policy/drafts/" + subject());
            case "system" -> Optional.of("/registry/" + subject());
            case "absence" -> Optional.of("/reviews/absences");
            case "incident" -> Optional.of("/registry/incidents/" + subject());
            case "bypass" -> Optional.of("/gate/bypasses/" + subject());
            default -> Optional.empty();
        };
    }

    /** The signature that its actor gave with it, if it was signed. */
    public Optional<SignedWith> signature() {
        return Canonical.signature(canonical);
    }

    /** The event's own components, as JSON. */
    public String data() {
        return Canonical.data(canonical);
    }
}
