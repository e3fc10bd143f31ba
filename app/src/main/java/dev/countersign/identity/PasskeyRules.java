package dev.countersign.identity;

import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Refusal;
import java.time.Instant;
import java.util.UUID;

/** Who may have passkeys, and what can be done with one. */
final class PasskeyRules {

    private static final int LONGEST_LABEL = 60;

    private PasskeyRules() {}

    static Permission toHave(Person person) {
        return Permission.grantedIf(
                person.has(Role.DIRECTOR) || person.has(Role.VP),
                () -> Refusal.forbidden(
                        "identity.no-leader",
                        "Expected '%s' to enrol a passkey as a director or a VP, but they are neither."
                                .formatted(person.id()),
                        "Other decisions take no passkey."));
    }

    static Permission toReportLost(Passkey passkey, Instant now) {
        return Permission.grantedIf(
                !passkey.isAboutToGo(now),
                () -> Refusal.conflict(
                        "identity.passkey-leaving",
                        "Expected to report passkey '%s' as lost, but that was done.".formatted(passkey.label()),
                        "Wait until it is removed, or sign that it stays."));
    }

    static String label(String typed) {
        String label = typed.strip();
        if (label.isEmpty() || label.length() > LONGEST_LABEL) {
            throw Refusal.invalid(
                    "identity.label-missing",
                    "Expected a name of 1 to %d characters for the passkey, but it has %d."
                            .formatted(LONGEST_LABEL, label.length()),
                    "Call it what you would look for, such as “blue key on my ring”.");
        }
        return label;
    }

    static Refusal stays(Passkey passkey) {
        return Refusal.conflict(
                "identity.passkey-stays",
                "Expected to stop the removal of passkey '%s', but nobody asked for one.".formatted(passkey.label()),
                "Nothing is left to do.");
    }

    static Refusal noOffer() {
        return Refusal.conflict(
                "identity.no-offer",
                "Expected to enrol a passkey that you were just asked to make, but there is none, or it is too late.",
                "Begin again: name it and show that it is you.");
    }

    static Refusal unknown(UUID id) {
        return Refusal.notFound(
                "identity.unknown-passkey",
                "Expected to find passkey '%s' among yours in force, but it is not there.".formatted(id),
                "Choose one from your list.");
    }
}
