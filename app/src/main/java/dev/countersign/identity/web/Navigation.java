package dev.countersign.identity.web;

import static dev.countersign.identity.Role.AUDITOR;
import static dev.countersign.identity.Role.DIRECTOR;
import static dev.countersign.identity.Role.ENGINEER;
import static dev.countersign.identity.Role.REVIEWER;
import static dev.countersign.identity.Role.SYSTEM_OWNER;
import static dev.countersign.identity.Role.VP;

import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** The main navigation of a person: only what their roles open. */
final class Navigation {

    /** One entry; `key` leads there after a `g`, `current` marks the part of the house that the page belongs to. */
    record Link(String path, String words, char key, boolean current) {}

    private record Entry(String path, String words, char key, Set<Role> roles) {}

    private static final Set<Role> EVERYBODY = Set.of(ENGINEER, REVIEWER, DIRECTOR, VP, AUDITOR, SYSTEM_OWNER);

    private static final List<Entry> ENTRIES = List.of(
            new Entry("/desk", "My work", 'd', EVERYBODY),
            new Entry("/changes", "Changes", 'c', EVERYBODY),
            new Entry("/reviews", "Decisions", 'i', Set.of(REVIEWER, DIRECTOR, VP)),
            new Entry("/registry", "Systems", 's', EVERYBODY),
            new Entry("/policy", "Policy", 'p', EVERYBODY),
            new Entry("/gate/bypasses", "Bypasses", 'b', Set.of(DIRECTOR, VP, AUDITOR, SYSTEM_OWNER)),
            new Entry("/journal", "History", 'h', Set.of(AUDITOR, VP, DIRECTOR)),
            new Entry("/engine", "Camunda", 'e', Set.of(AUDITOR, SYSTEM_OWNER)),
            new Entry("/identity/passkeys", "Passkeys", 'k', Set.of(DIRECTOR, VP)));

    private Navigation() {}

    static List<Link> of(Person person, String path) {
        return ENTRIES.stream()
                .filter(entry -> !Collections.disjoint(entry.roles, person.roles()))
                .map(entry -> new Link(entry.path, entry.words, entry.key, isPartOf(entry.path, path)))
                .toList();
    }

    private static boolean isPartOf(String part, String path) {
        return path.equals(part) || path.startsWith(part + "/");
    }
}
