package dev.countersign.identity.web;

import dev.countersign.identity.Passkey;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the form of a decision needs so that a passkey can sign it.
 *
 * @param action which form
 * @param challenge what is signed, base64url
 * @param house the name that the passkeys were made for
 * @param passkeys those that may sign
 */
public record SigningSheet(String action, String challenge, String house, List<Passkey> passkeys) {

    public boolean isFor(String form) {
        return action.equals(form);
    }

    /** Each with how it can be reached: `id:usb,nfc id:internal`. */
    public String credentials() {
        return credentials(passkeys);
    }

    static String credentials(List<Passkey> passkeys) {
        return passkeys.stream()
                .map(passkey -> passkey.credential() + ":" + String.join(",", passkey.transports()))
                .collect(Collectors.joining(" "));
    }
}
