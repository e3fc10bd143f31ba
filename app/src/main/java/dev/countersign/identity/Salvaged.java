package dev.countersign.identity;

import java.io.Serial;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What somebody had sent with a form that was not carried out, such as after the end of their session. A controller takes
 * it as an argument of its GET method and shows the form filled with {@link #parameters()}; it is empty most of the time
 * and is handed out once.
 *
 * @param why it was not carried out
 */
public record Salvaged(Map<String, List<String>> fields, Why why) implements Serializable {

    /** Why something that was sent was not carried out, as the page says it. */
    public enum Why {
        NOTHING_SENT(""),
        LEFT("Nothing of it is recorded. It is here to be copied."),
        ENDED("Your session had ended; nothing was submitted. Check it and send it again."),
        SILENT(
                "The identity provider gives no answer, so nobody knows whether your account may still do this. Nothing was"
                        + " submitted, and what you typed is here. Send it again in a minute."),
        CONFIRMED("You have shown that it is you. Nothing is recorded yet: read what you typed, and confirm it."),
        NOT_CONFIRMED(
                "You did not log in again, so nothing was recorded. What you typed is here. Send it again to log in."),
        TO_SIGN(
                "Nothing is recorded yet: you have a passkey, so a log-in is not enough. Read what you typed, and sign it."),
        TO_SIGN_ANEW(
                "Nothing is recorded yet: what was signed is not what you say now, or it took too long. Read it, and sign"
                        + " it again.");

        private final String words;

        Why(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** Whether what is missing is their signature. */
        public boolean isToSign() {
            return this == TO_SIGN || this == TO_SIGN_ANEW;
        }
    }

    @Serial
    private static final long serialVersionUID = 3;

    public static final Salvaged NOTHING = new Salvaged(Map.of(), Why.NOTHING_SENT);

    public Salvaged {
        var copy = new LinkedHashMap<String, List<String>>();
        fields.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        fields = copy;
    }

    /** What somebody typed of it themselves, where no form is left that could take it. */
    public Salvaged unsent() {
        var own = new LinkedHashMap<>(fields);
        own.keySet().removeIf(name -> name.startsWith("_"));
        own.values().removeIf(values -> String.join("", values).isBlank());
        return own.isEmpty() ? NOTHING : new Salvaged(own, Why.LEFT);
    }

    public boolean isEmpty() {
        return fields.isEmpty();
    }

    public MultiValueMap<String, String> parameters() {
        return new LinkedMultiValueMap<>(fields);
    }
}
