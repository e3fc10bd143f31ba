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

    /** The authority that Spring Security checks. */
    public String authority() {
        return "ROLE_" + name();
    }
}
