package dev.countersign.identity;

import dev.countersign.spelling.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;

/**
 * A decision that takes a fresh log-in.
 *
 * @param matter what is decided on; the log-in is for this and for nothing else
 * @param said what is said of it
 */
public record Deed(String matter, List<String> said) {

    public Deed {
        said = List.copyOf(said);
    }

    public static Deed about(String matter, Object... said) {
        return new Deed(matter, Stream.of(said).map(String::valueOf).toList());
    }

    /** SHA-256 over the matter and what was said, each with its length before it. */
    byte[] hash() {
        MessageDigest digest = Sha256.begun();
        Stream.concat(Stream.of(matter), said.stream())
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .forEach(bytes -> {
                    digest.update(ByteBuffer.allocate(Integer.BYTES)
                            .putInt(bytes.length)
                            .array());
                    digest.update(bytes);
                });
        return digest.digest();
    }
}
