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
                () -> Refusal.forbidden("identity.no-leader")
                        .cannot("add a passkey")
                        .because("%s [is|are] neither a director nor a VP", person.id())
                        .instead("Other decisions take no passkey."));
    }

    static Permission toReportLost(Passkey passkey, Instant now) {
        return Permission.grantedIf(
                !passkey.isAboutToGo(now),
                () -> Refusal.conflict("identity.passkey-leaving")
                        .cannot("report passkey “%s” as lost", passkey.label())
                        .because("it is already reported")
                        .instead("Wait until it is removed, or sign that it is not lost."));
    }

    static String label(String typed) {
        String label = typed.strip();
        if (label.isEmpty() || label.length() > LONGEST_LABEL) {
            throw Refusal.invalid("identity.label-missing")
                    .expectedTo("read a name of 1 to %d characters", LONGEST_LABEL)
                    .because(
                            "the name of a passkey has 1 to %d characters, and this one has %d",
                            LONGEST_LABEL, label.length())
                    .instead("Call it what you would look for, such as “blue key on my ring”.");
        }
        return label;
    }

    static Refusal stays(Passkey passkey) {
        return Refusal.conflict("identity.passkey-stays")
                .cannot("keep passkey “%s” from being removed", passkey.label())
                .because("nobody has reported it as lost")
                .instead("There is nothing to do.");
    }

    static Refusal noOffer() {
        return Refusal.conflict("identity.no-offer")
                .cannot("add this passkey")
                .because("you were not just asked to make one, or it took too long")
                .instead("Begin again: name it and show that it is you.");
    }

    static Refusal unknown(UUID id) {
        return Refusal.notFound("identity.unknown-passkey")
                .expectedTo("find passkey '%s'", id)
                .because("you have no such passkey")
                .instead("Choose one from your list.");
    }
}
