package dev.countersign.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.countersign.refusals.Someone;
import dev.countersign.spelling.PlainText;
import dev.countersign.spelling.Sha256;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The human being behind one or more accounts; duties are separated by this, never by account. There is one form of it,
 * in small letters, and no letter that looks like another one's.
 *
 * @param value in its one form, such as `ada.okafor`
 */
public record PersonId(@JsonValue String value) implements Comparable<PersonId>, Someone {

    /** What to tell somebody whose spelling could not be read. */
    public static final String SPELLING = "1 to 64 of a to z, 0 to 9 and . _ - @ +, with a letter or digit in front";

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,63}");
    private static final int LONGEST = 64;
    private static final int DIGITS = 16;

    public PersonId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Expected to name a person by %s, but got '%s'.".formatted(SPELLING, value));
        }
    }

    /** The person whom somebody means, or an account claims; empty if that names nobody. */
    public static Optional<PersonId> of(String typed) {
        String one = folded(typed);
        return FORM.matcher(one).matches() ? Optional.of(new PersonId(one)) : Optional.empty();
    }

    /** Why that names nobody, in ASCII, so that letters which look alike are told apart. */
    public static String flaw(String typed) {
        String one = folded(typed);
        int end = 0;
        while (end < one.length() && FORM.matcher(one.substring(0, end + 1)).matches()) {
            end++;
        }
        if (end == one.length()) {
            return "it is empty";
        }
        int point = one.codePointAt(end);
        return end == LONGEST
                ? "it has more than %d characters".formatted(LONGEST)
                : "its character %d is U+%04X %s".formatted(end + 1, point, Character.getName(point));
    }

    private static String folded(String typed) {
        return Normalizer.normalize(PlainText.line(typed), Normalizer.Form.NFKC)
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /**
     * A person as the record names them. What was written before there was one form is read in it; what has none gets a
     * name of its own, the same in Java and in `identity.person_form`, which nobody can log in by.
     */
    @JsonCreator
    public static PersonId recorded(String text) {
        return FORM.matcher(text).matches()
                ? new PersonId(text)
                : of(text).orElseGet(() -> new PersonId("former-" + digits(text)));
    }

    private static String digits(String text) {
        return Sha256.hex(text).substring(0, DIGITS);
    }

    @Override
    public int compareTo(PersonId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
