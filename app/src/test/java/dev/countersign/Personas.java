package dev.countersign;

import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import java.util.List;
import java.util.Set;

/** The ten people of the demo, with the roles that Keycloak gives them. */
public final class Personas {

    public static final Person ADA = person("ada", "Ada Okafor", Role.ENGINEER);
    public static final Person BEN = person("ben", "Ben Castillo", Role.ENGINEER, Role.REVIEWER);
    public static final Person CHLOE = person("chloe", "Chloe Laurent", Role.ENGINEER, Role.REVIEWER);
    public static final Person DMITRI = person("dmitri", "Dmitri Volkov", Role.ENGINEER, Role.REVIEWER);
    /** Director of `checkout`. */
    public static final Person ELENA = person("elena", "Elena Marchetti", Role.DIRECTOR);
    /** Director of `fulfilment`. */
    public static final Person FARID = person("farid", "Farid Haddad", Role.DIRECTOR);
    /** VP of `storefront`, which holds `checkout`. */
    public static final Person GRACE = person("grace", "Grace Lindqvist", Role.VP);
    /** VP of `supply-chain`, which holds `fulfilment`. */
    public static final Person HUGO = person("hugo", "Hugo Almeida", Role.VP);

    public static final Person INES = person("ines", "Ines Carvalho", Role.AUDITOR);
    public static final Person JONAS = person("jonas", "Jonas Weber", Role.SYSTEM_OWNER, Role.ENGINEER);

    public static final List<Person> ALL = List.of(ADA, BEN, CHLOE, DMITRI, ELENA, FARID, GRACE, HUGO, INES, JONAS);

    private Personas() {}

    /** The same person with other roles than in the demo. */
    public static Person withRoles(Person person, Role... roles) {
        return new Person(person.id(), person.name(), person.email(), Set.of(roles));
    }

    private static Person person(String id, String name, Role... roles) {
        return new Person(new PersonId(id), name, id + "@countersign.example", Set.of(roles));
    }
}
