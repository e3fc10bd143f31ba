package dev.countersign.spelling;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A commit by its full name, SHA-1 or SHA-256, in small letters. */
public record CommitSha(String value) {

    /** What to tell somebody whose spelling could not be read. */
    public static final String SPELLING = "a full commit SHA: 40 (or 64) of 0-9 and a-f";

    private static final int BRIEF = 12;

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

    public CommitSha {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Expected %s, but got '%s'.".formatted(SPELLING, value));
        }
    }

    /** The commit that somebody means; empty if it is none, or not in full. */
    public static Optional<CommitSha> of(String typed) {
        String name = PlainText.line(typed).toLowerCase(Locale.ROOT);
        return FORM.matcher(name).matches() ? Optional.of(new CommitSha(name)) : Optional.empty();
    }

    /** The start of a name, as long as people compare it; one that is shorter stays as it is. */
    public static String brief(String name) {
        return name.substring(0, Math.min(BRIEF, name.length()));
    }

    @Override
    public String toString() {
        return value;
    }
}
