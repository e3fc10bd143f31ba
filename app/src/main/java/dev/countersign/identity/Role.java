package dev.countersign.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The allow-list of what a realm role can mean here; any other role grants nothing. */
public enum Role {
    ENGINEER,
    REVIEWER,
    DIRECTOR,
    VP,
    AUDITOR,
    SYSTEM_OWNER,
    GATE;

    /** The realm role's name in Keycloak, and the candidate group's on a diagram. */
    public String realmName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Role> ofRealm(String name) {
        return Arrays.stream(values())
                .filter(role -> role.realmName().equals(name))
                .findFirst();
    }

    /** What people call somebody who has it, with its article. */
    public String called() {
        return switch (this) {
            case ENGINEER -> "an engineer";
            case REVIEWER -> "a reviewer";
            case DIRECTOR -> "a director";
            case VP -> "a VP";
            case AUDITOR -> "an auditor";
            case SYSTEM_OWNER -> "a system owner";
            case GATE -> "a pipeline";
        };
    }

    /** The authority that Spring Security checks. */
    public String authority() {
        return "ROLE_" + name();
    }
}
