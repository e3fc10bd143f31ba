package dev.countersign.spelling;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An e-mail address in small letters: two that differ in their capitals reach the same person. */
public record MailAddress(String value) {

    public static final int LONGEST = 320;

    private static final Pattern FORM = Pattern.compile("[^\\s@<>]+@[^\\s@<>]+");
    private static final Pattern NAMED = Pattern.compile(".*<([^<>]*)>");
    private static final Pattern ACCOUNT =
            Pattern.compile("(?:https://)?([a-z0-9-]+(?:\\.[a-z0-9-]+)+)/([a-z0-9][a-z0-9._\\[\\]-]*)");

    public MailAddress {
        if (!FORM.matcher(value).matches() || value.length() > LONGEST) {
            throw new IllegalArgumentException("Expected an e-mail address, but got '%s'.".formatted(value));
        }
    }

    /** The address that somebody means, also as `Name &lt;address&gt;`, as commits have it; empty if it is none. */
    public static Optional<MailAddress> of(String typed) {
        String line = lowered(typed);
        Matcher named = NAMED.matcher(line);
        String address = named.matches() ? named.group(1).strip() : line;
        return FORM.matcher(address).matches() && address.length() <= LONGEST
                ? Optional.of(new MailAddress(address))
                : Optional.empty();
    }

    /**
     * The address that a forge makes up for an account that hides its own, without the number that it may put before the
     * login.
     *
     * @param account the forge's host and the login there, such as `github.com/ada`
     */
    public static Optional<MailAddress> atForge(String account) {
        Matcher read = ACCOUNT.matcher(lowered(account));
        return read.matches()
                ? Optional.of(new MailAddress("%s@users.noreply.%s".formatted(read.group(2), read.group(1))))
                : Optional.empty();
    }

    private static String lowered(String typed) {
        return Normalizer.normalize(PlainText.line(typed), Normalizer.Form.NFKC)
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
