package dev.countersign.journal;

import dev.countersign.spelling.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A link of a chain: SHA-256, written as 64 lower-case hexadecimal digits. */
public record Hash(String hex) {

    /** What the first entry of every stream says came before it. */
    static final Hash BEGINNING = new Hash("0".repeat(64));

    static Hash of(byte[] bytes) {
        return new Hash(HexFormat.of().formatHex(bytes));
    }

    /** The hash of an entry that follows this one. */
    Hash then(String canonical) {
        MessageDigest digest = Sha256.begun();
        digest.update(bytes());
        return of(digest.digest(canonical.getBytes(StandardCharsets.UTF_8)));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /** Enough to recognise it by eye. */
    public String shortened() {
        return hex.substring(0, 12);
    }

    @Override
    public String toString() {
        return hex;
    }
}
