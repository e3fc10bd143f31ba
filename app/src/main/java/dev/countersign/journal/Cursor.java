package dev.countersign.journal;

import dev.countersign.refusals.Refusal;
import dev.countersign.spelling.Excerpt;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A place in the record from which one reads on, towards older entries; readers pass it back unread. */
public record Cursor(long beforeId) {

    static final Cursor NEWEST = new Cursor(Long.MAX_VALUE);

    public static Cursor of(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            return new Cursor(Long.parseLong(plain));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("journal.unknown-place")
                    .cannot("read on from '%s'", Excerpt.of(text, 40))
                    .because("that is no place in the record")
                    .instead("Start again from the newest entry.");
        }
    }

    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Long.toString(beforeId).getBytes(StandardCharsets.US_ASCII));
    }
}
