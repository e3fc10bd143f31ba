package dev.countersign.spelling;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the catalogue calls a system or a department: small letters, digits and single hyphens. */
public record CatalogueKey(String value) {

    /** What to tell somebody whose spelling could not be read. */
    public static final String SPELLING = "small letters, digits and single hyphens, such as cart-api";

    public static final int LONGEST = 64;

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public CatalogueKey {
        if (!FORM.matcher(value).matches() || value.length() > LONGEST) {
            throw new IllegalArgumentException("Expected %s, but got '%s'.".formatted(SPELLING, value));
        }
    }

    /** The key that somebody means; capitals, and spaces in place of hyphens, make no other one of it. */
    public static Optional<CatalogueKey> of(String typed) {
        String key = PlainText.line(typed).toLowerCase(Locale.ROOT).replaceAll("[ _]+", "-");
        return FORM.matcher(key).matches() && key.length() <= LONGEST
                ? Optional.of(new CatalogueKey(key))
                : Optional.empty();
    }

    /** The same, or what was typed if it can be no key: then nothing in the catalogue is called so. */
    public static String orTyped(String typed) {
        return of(typed).map(CatalogueKey::value).orElse(typed);
    }

    @Override
    public String toString() {
        return value;
    }
}
