package dev.countersign.reviews;

import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import dev.countersign.registry.Department;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The departments that somebody leads by the registry, and as what. */
record Led(PersonId person, List<Department> departments) {

    static Led by(PersonId person, List<Department> all) {
        return new Led(
                person,
                all.stream()
                        .filter(one -> person.equals(one.director()) || person.equals(one.vp()))
                        .toList());
    }

    /** Of all departments, or of the one that is named; unknown ones have none. */
    Led in(String department) {
        return new Led(
                person,
                departments.stream().filter(one -> one.key().equals(department)).toList());
    }

    boolean isNothing() {
        return departments.isEmpty();
    }

    boolean asVp() {
        return roles().contains(Role.VP);
    }

    /** What somebody must be too who decides for them. */
    Set<Role> roles() {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        departments.forEach(one -> {
            if (person.equals(one.director())) {
                roles.add(Role.DIRECTOR);
            }
            if (person.equals(one.vp())) {
                roles.add(Role.VP);
            }
        });
        return roles;
    }
}
