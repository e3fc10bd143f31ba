package dev.countersign.journal;

import dev.countersign.identity.Signature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The one way to write an entry down for its hash: RFC 8785 JSON. See `docs/decisions/journal-format.md`. */
final class Canonical {

    /** The journal's own, so that nobody changes the record's format by configuring the web's JSON. */
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private static final long LARGEST_EXACT = (1L << 53) - 1;

    private Canonical() {}

    /** What a passkey signed along with it stands in the entry, so that the chain holds on to it. */
    static String form(long seq, Instant at, Recorded event, String summary, Optional<Signature> signed) {
        if (!(event instanceof Record)) {
            throw new IllegalArgumentException("Expected to record '%s' as data, but %s is not a Java record."
                    .formatted(event.kind(), event.getClass().getName()));
        }
        ObjectNode entry = JSON.createObjectNode()
                .put("stream", event.stream())
                .put("seq", seq)
                .put("at", MICROSECONDS.format(at))
                .put("kind", event.kind())
                .put("actor", event.actor())
                .put("summary", summary);
        entry.set("systems", JSON.valueToTree(event.systems()));
        entry.set("data", exact(JSON.valueToTree(event)));
        signed.map(SignedWith::of).ifPresent(with -> entry.set("signature", JSON.valueToTree(with)));
        return written(entry);
    }

    /** What a stored entry's columns must look like if nobody touched them. */
    static boolean agrees(String canonical, Entry entry) {
        JsonNode written = JSON.readTree(canonical);
        return written.path("stream").asString().equals(entry.stream())
                && written.path("seq").asLong() == entry.seq()
                && written.path("at").asString().equals(MICROSECONDS.format(entry.at()))
                && written.path("kind").asString().equals(entry.kind())
                && written.path("actor").asString().equals(entry.actor())
                && written.path("summary").asString().equals(entry.summary())
                && written.path("systems").equals(JSON.valueToTree(entry.systems()));
    }

    static String data(String canonical) {
        return JSON.readTree(canonical).path("data").toString();
    }

    static Optional<SignedWith> signature(String canonical) {
        return JSON.readTree(canonical).optional("signature").map(with -> JSON.treeToValue(with, SignedWith.class));
    }

    private static String written(JsonNode entry) {
        try {
            return new JsonCanonicalizer(JSON.writeValueAsString(entry)).getEncodedString();
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to write an entry as canonical JSON, but it is no JSON.", e);
        }
    }

    /** RFC 8785 numbers are doubles: an integer beyond 2^53, such as an engine key, keeps its digits as text. */
    private static JsonNode exact(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                object.properties().forEach(property -> property.setValue(exact(property.getValue())));
                yield object;
            }
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, exact(array.get(i)));
                }
                yield array;
            }
            default -> isInexact(node) ? JSON.getNodeFactory().stringNode(node.asString()) : node;
        };
    }

    private static boolean isInexact(JsonNode node) {
        return node.isIntegralNumber()
                && (!node.canConvertToLong() || node.asLong() > LARGEST_EXACT || node.asLong() < -LARGEST_EXACT);
    }
}
