package dev.countersign.journeys;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;

/** A security key that is plugged into a visitor's window; Chromium makes the keys and signs. */
final class Authenticator {

    private final CDPSession chromium;
    private final String id;

    private Authenticator(CDPSession chromium, String id) {
        this.chromium = chromium;
        this.id = id;
    }

    static Authenticator of(Visitor visitor) {
        CDPSession chromium = visitor.page().context().newCDPSession(visitor.page());
        chromium.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "usb");
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var asked = new JsonObject();
        asked.add("options", options);
        return new Authenticator(
                chromium,
                chromium.send("WebAuthn.addVirtualAuthenticator", asked)
                        .get("authenticatorId")
                        .getAsString());
    }

    /** Whether its holder knows the PIN. */
    void isHeldByItsOwner(boolean owner) {
        var said = new JsonObject();
        said.addProperty("authenticatorId", id);
        said.addProperty("isUserVerified", owner);
        chromium.send("WebAuthn.setUserVerified", said);
    }
}
