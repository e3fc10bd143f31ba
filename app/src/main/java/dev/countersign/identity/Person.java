package dev.countersign.identity;

import java.util.Set;

/** Somebody who acts in the house, as the identity provider described them at their last log-in. */
public record Person(PersonId id, String name, String email, Set<Role> roles) {

    public Person {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean is(PersonId other) {
        return id.equals(other);
    }
}
