package dev.countersign.spelling;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A built artifact by its content: `sha256:` and 64 hexadecimal digits, in small letters. */
public record ArtifactDigest(String value) {

    /** What to tell somebody whose spelling could not be read. */
    public static final String SPELLING = "a digest: sha256: and 64 of 0-9 and a-f";

    private static final Pattern FORM = Pattern.compile("sha256:[0-9a-f]{64}");

    public ArtifactDigest {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Expected %s, but got '%s'.".formatted(SPELLING, value));
        }
    }

    /** The artifact that somebody means, also by the image reference that ends with its digest; empty if it is none. */
    public static Optional<ArtifactDigest> of(String typed) {
        String name = PlainText.line(typed).toLowerCase(Locale.ROOT);
        String digest = name.substring(name.lastIndexOf('@') + 1);
        return FORM.matcher(digest).matches() ? Optional.of(new ArtifactDigest(digest)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
