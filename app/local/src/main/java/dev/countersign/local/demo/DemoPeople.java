package dev.countersign.local.demo;

import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import java.util.List;
import java.util.Set;

/** The ten people who can log in; Keycloak says the same of them. */
public final class DemoPeople {

    public static final List<Person> ALL = List.of(
            person("ada", "Ada Okafor", Role.ENGINEER),
            person("ben", "Ben Castillo", Role.ENGINEER, Role.REVIEWER),
            person("chloe", "Chloe Laurent", Role.ENGINEER, Role.REVIEWER),
            person("dmitri", "Dmitri Volkov", Role.ENGINEER, Role.REVIEWER),
            person("elena", "Elena Marchetti", Role.DIRECTOR),
            person("farid", "Farid Haddad", Role.DIRECTOR),
            person("grace", "Grace Lindqvist", Role.VP),
            person("hugo", "Hugo Almeida", Role.VP),
            person("ines", "Ines Carvalho", Role.AUDITOR),
            person("jonas", "Jonas Weber", Role.SYSTEM_OWNER, Role.ENGINEER));

    private DemoPeople() {}

    private static Person person(String id, String name, Role... roles) {
        return new Person(new PersonId(id), name, id + "@countersign.example", Set.of(roles));
    }
}
