package dev.countersign.spelling;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a thing with a number is called, such as `CHG-000042`: capitals, a hyphen, and six digits or more. */
public final class NumberedName {

    private static final Pattern TYPED = Pattern.compile("([A-Z]{3})-0*([0-9]{1,12})");

    private NumberedName() {}

    /** Its one form: `chg-42` means the same. What can be no such name stays as it was typed. */
    public static String of(String typed) {
        Matcher name = TYPED.matcher(PlainText.line(typed).toUpperCase(Locale.ROOT));
        return name.matches()
                ? name.group(1) + "-" + "0".repeat(Math.max(0, 6 - name.group(2).length())) + name.group(2)
                : typed;
    }
}
