package dev.countersign.changes;

import dev.countersign.identity.PersonId;
import dev.countersign.spelling.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.erdtman.jcs.JsonCanonicalizer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

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

    /** A row of `changes.revision`, beside what of it is material. */
    Revision revision(ChangeId change, ResultSet row, String prefix) throws SQLException {
        return new Revision(
                change,
                row.getInt(prefix + "number"),
                read(row.getString(prefix + "document")),
                HexFormat.of().formatHex(row.getBytes(prefix + "hash")),
                row.getInt(prefix + "since"),
                Optional.ofNullable(row.getString(prefix + "edited_in")).map(Status::valueOf),
                PersonId.recorded(row.getString(prefix + "author")),
                row.getObject(prefix + "at", OffsetDateTime.class).toInstant());
    }

    /** SHA-256 over the RFC 8785 bytes, in hex. */
    String hash(ChangeDocument document) {
        return sha256(write(document));
    }

    /** The same over the material fields only; their names are part of it, so another list gives another hash. */
    String material(ChangeDocument document) {
        ObjectNode kept = json.valueToTree(document);
        return sha256(kept.retain(DocumentField.keys(DocumentField.material())).toString());
    }

    private static String sha256(String text) {
        try {
            return Sha256.hex(new JsonCanonicalizer(text).getEncodedUTF8());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The fields in which a text is another one than what people decided on: material ones that differ, and wording that
     * says something else.
     */
    List<DocumentField> apart(ChangeDocument read, ChangeDocument now) {
        JsonNode before = json.valueToTree(read);
        JsonNode after = json.valueToTree(now);
        return differences(read, now).stream()
                .filter(field -> field.isMaterial()
                        || !Likeness.of(
                                before.path(field.key()).asString(""),
                                after.path(field.key()).asString("")))
                .toList();
    }

    /** The fields whose values differ, in the order of the form. */
    List<DocumentField> differences(ChangeDocument before, ChangeDocument after) {
        JsonNode one = json.valueToTree(before);
        JsonNode other = json.valueToTree(after);
        return Arrays.stream(DocumentField.values())
                .filter(field -> !Objects.equals(one.get(field.key()), other.get(field.key())))
                .toList();
    }
}
