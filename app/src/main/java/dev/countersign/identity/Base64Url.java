package dev.countersign.identity;

import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bytes as browsers write them in WebAuthn: base64url without padding. */
public record Base64Url(String text) {

    public static Base64Url of(byte[] bytes) {
        return new Base64Url(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Empty unless it is some. */
    public static Optional<Base64Url> read(@Nullable String typed) {
        if (typed == null || typed.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(Base64.getUrlDecoder().decode(typed)));
        } catch (IllegalArgumentException notBase64Url) {
            return Optional.empty();
        }
    }

    public byte[] bytes() {
        return Base64.getUrlDecoder().decode(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
