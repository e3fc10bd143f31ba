package dev.countersign.spelling;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A repository of the house: `owner/name` in small letters, with groups between them where the forge has some. Forges
 * tell repositories apart in no other way, so an address to browse or to clone it, its `.git` and its capitals mean the
 * same one.
 *
 * @param value in its one form, such as `storefront/order-capture`
 */
public record RepositoryName(String value) implements Comparable<RepositoryName> {

    /** What to tell somebody whose spelling could not be read. */
    public static final String SPELLING = "owner/name, such as storefront/order-capture";

    public static final int LONGEST = 200;

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)+");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:(?:https?|ssh|git)://)(?:[^/@]*@)?[a-z0-9.-]+(?::[0-9]+)?/(.*)|[a-z0-9_.-]+@[a-z0-9.-]+:(.*)");

    public RepositoryName {
        if (!FORM.matcher(value).matches() || value.length() > LONGEST) {
            throw new IllegalArgumentException("Expected a repository as %s, but got '%s'.".formatted(SPELLING, value));
        }
    }

    /** The repository that somebody means; empty if it is none. */
    public static Optional<RepositoryName> of(String typed) {
        String path = path(PlainText.line(typed).toLowerCase(Locale.ROOT));
        String name = path.replaceFirst("/+$", "").replaceFirst("\\.git$", "");
        return FORM.matcher(name).matches() && name.length() <= LONGEST
                ? Optional.of(new RepositoryName(name))
                : Optional.empty();
    }

    private static String path(String typed) {
        Matcher address = ADDRESS.matcher(typed);
        if (!address.matches()) {
            return typed;
        }
        return address.group(1) != null ? address.group(1) : address.group(2);
    }

    @Override
    public int compareTo(RepositoryName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
