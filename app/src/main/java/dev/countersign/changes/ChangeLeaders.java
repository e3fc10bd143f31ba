package dev.countersign.changes;

import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import dev.countersign.registry.Department;
import dev.countersign.registry.Systems;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Who leads the department of a change now. Nobody leads a draft: it belongs to no department yet. */
@Component
public class ChangeLeaders {

    private final Systems systems;

    ChangeLeaders(Systems systems) {
        this.systems = systems;
    }

    /** As its director or as its VP. */
    public boolean include(Change change, Person person) {
        return isDirector(change, person) || holds(Role.VP, Department::vp, change, person);
    }

    public boolean isDirector(Change change, Person person) {
        return holds(Role.DIRECTOR, Department::director, change, person);
    }

    private boolean holds(Role role, Function<Department, PersonId> post, Change change, Person person) {
        return person.has(role)
                && change.current().isPresent()
                && person.is(post.apply(systems.department(change.department())));
    }
}
