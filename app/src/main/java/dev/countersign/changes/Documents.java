package dev.countersign.changes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.erdtman.jcs.JsonCanonicalizer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns documents into JSON and back, hashes them and names the fields in which two differ. */
@Component
class Documents {

    private final JsonMapper json;

    Documents(JsonMapper json) {
        this.json = json;
    }

    String write(ChangeDocument document) {
        return json.writeValueAsString(document);
    }

    ChangeDocument read(String document) {
        return json.readValue(document, ChangeDocument.class);
    }

    /** SHA-256 over the RFC 8785 bytes, in hex. */
    String hash(ChangeDocument document) {
        try {
            byte[] canonical = new JsonCanonicalizer(write(document)).getEncodedUTF8();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expected every Java to know SHA-256, but this one does not.", e);
        }
    }

    /** The keys of the form's fields whose values differ. */
    List<String> differences(ChangeDocument before, ChangeDocument after) {
        JsonNode one = json.valueToTree(before);
        JsonNode other = json.valueToTree(after);
        List<String> fields = new ArrayList<>();
        one.propertyNames().forEach(field -> {
            if (!one.get(field).equals(other.get(field))) {
                fields.add(field);
            }
        });
        return fields;
    }
}
