package dev.countersign.identity;

import dev.countersign.spelling.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a passkey signs of a decision, as RFC 8785 JSON; see `docs/decisions/passkeys.md`. */
record Statement(PersonId person, Deed deed, Base64Url nonce, Instant at) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    byte[] bytes() {
        ObjectNode statement = JSON.createObjectNode()
                .put("at", MICROSECONDS.format(at))
                .put("decided", HexFormat.of().formatHex(deed.hash()))
                .put("matter", deed.matter())
                .put("nonce", nonce.text())
                .put("person", person.value());
        deed.said().forEach(statement.putArray("said")::add);
        try {
            return new JsonCanonicalizer(JSON.writeValueAsBytes(statement)).getEncodedUTF8();
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to write a statement as canonical JSON, but it is no JSON.", e);
        }
    }

    Base64Url challenge() {
        return Base64Url.of(Sha256.of(bytes()));
    }
}
