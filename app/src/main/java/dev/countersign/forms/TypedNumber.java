package dev.countersign.forms;

import dev.countersign.forms.Interpreter.Meaning;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A number as people write it. One sign before three digits parts thousands for some and decimals for others, so it is
 * asked, never guessed, which of the two was meant.
 */
final class TypedNumber {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,6})?");
    private static final Pattern EITHER = Pattern.compile("([+-]?[1-9]\\d{0,2})[.,](\\d{3})");
    private static final Pattern GROUPED = Pattern.compile("[+-]?[1-9]\\d{0,2}(?:[.,'’_\\h]\\d{3})+");
    private static final int AMBIGUOUS_PLACES = 3;

    private TypedNumber() {}

    static Meaning meaning(String label, String text) {
        var either = EITHER.matcher(text);
        if (either.matches()) {
            return Meaning.wrong(
                    "“%s” is “%s”, which can be read in two ways. Write %s or %s.",
                    label, text, either.group(1) + either.group(2), decimal(either.group(1), either.group(2)));
        }
        if (GROUPED.matcher(text).matches()) {
            return Meaning.wrong(
                    "“%s” has to be a number without signs between its digits: write %s.",
                    label, text.replaceAll("[^\\d+-]", ""));
        }
        return NUMBER.matcher(text).matches()
                ? Meaning.of(new Answer.Amount(new BigDecimal(text)))
                : Meaning.wrong("“%s” has to be a number, such as 30 or 2.5.", label);
    }

    /** As it can be read only in one way. */
    static String shown(BigDecimal number) {
        var plain = number.stripTrailingZeros();
        var text = plain.toPlainString();
        return EITHER.matcher(text).matches()
                ? plain.setScale(AMBIGUOUS_PLACES + 1).toPlainString()
                : text;
    }

    private static String decimal(String whole, String behind) {
        return new BigDecimal(whole + "." + behind).stripTrailingZeros().toPlainString();
    }
}
