package dev.countersign.identity;

import java.util.Locale;

/**
 * Something that whoever watches over the house wants to hear of. It holds no token, no password and nothing that was
 * typed into a form.
 *
 * @param kind what sort of thing
 * @param who the person, else the account; empty if nobody is known
 * @param what what exactly, in a word or a code
 * @param from the address that it came from
 * @param on method and path that were asked
 */
public record SecurityEvent(Kind kind, String who, String what, String from, String on) {

    private static final int LONGEST = 300;

    /** What is worth a line. */
    public enum Kind {
        LOG_IN(false),
        LOG_IN_FAILED(true),
        LOG_OUT(false),
        ACCESS_REFUSED(true),
        FORGED_FORM(true),
        BAD_TOKEN(true),
        UNKNOWN_HOST(true),
        TOO_MANY(true),
        ROLES_CHANGED(false),
        STEP_UP(false),
        STEP_UP_FAILED(true),
        PASSKEY_ENROLLED(false),
        PASSKEY_REMOVED(false),
        SESSION_ENDED(false);

        private final boolean refused;

        Kind(boolean refused) {
            this.refused = refused;
        }

        /** Whether somebody was turned away. */
        public boolean isRefused() {
            return refused;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** One line of `name="value"`, which nothing in a value can end: signs that are not seen are written as numbers. */
    public String line() {
        return "event=%s who=\"%s\" what=\"%s\" from=\"%s\" on=\"%s\""
                .formatted(kind.word(), plain(who), plain(what), plain(from), plain(on));
    }

    private static String plain(String value) {
        var plain = new StringBuilder();
        value.codePoints().limit(LONGEST).forEach(point -> {
            if (point == '"' || point == '\\') {
                plain.append('\\').appendCodePoint(point);
            } else if (isSeen(point)) {
                plain.appendCodePoint(point);
            } else {
                plain.append("\\u{%x}".formatted(point));
            }
        });
        return plain.toString();
    }

    private static boolean isSeen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            default -> true;
        };
    }
}
