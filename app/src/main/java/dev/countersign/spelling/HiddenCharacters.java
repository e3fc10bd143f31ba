package dev.countersign.spelling;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Characters that nobody sees but that change what is read: they turn the direction of a text, join or part words, or
 * stand for nothing. In front of a reviewer each is shown by its number.
 */
public final class HiddenCharacters {

    /** Directions, things without width, line separators and controls; joiners stay, because scripts need them. */
    private static final Pattern HIDDEN = Pattern.compile("[\\x{200B}\\x{200E}\\x{200F}\\x{061C}\\x{202A}-\\x{202E}"
            + "\\x{2028}\\x{2029}\\x{2060}-\\x{206F}\\x{FEFF}\\x{00AD}\\x{115F}\\x{1160}\\x{3164}\\x{FFF9}-\\x{FFFB}"
            + "\\x{E0000}-\\x{E007F}\\p{Cc}&&[^\\n\\t]]");

    private HiddenCharacters() {}

    public static String shown(String text) {
        return HIDDEN.matcher(text.replace("\r\n", "\n")).replaceAll(HiddenCharacters::number);
    }

    private static String number(MatchResult hidden) {
        return "⟦U+%04X⟧".formatted(hidden.group().codePointAt(0));
    }
}
