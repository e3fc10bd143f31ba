package dev.countersign.gate.web;

import dev.countersign.gate.Bypass;
import dev.countersign.gate.BypassId;
import dev.countersign.gate.Bypasses;
import dev.countersign.identity.People;
import dev.countersign.identity.PersonId;
import dev.countersign.registry.Systems;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts cases into rows, with the names of systems and people. */
@Component
class BypassRowList {

    static final String UNKNOWN = "A system that the registry does not know";

    private final Bypasses bypasses;
    private final Systems systems;
    private final People people;

    BypassRowList(Bypasses bypasses, Systems systems, People people) {
        this.bypasses = bypasses;
        this.systems = systems;
        this.people = people;
    }

    List<BypassRow> of(List<Bypass> cases) {
        Map<String, String> called =
                systems.names(cases.stream().map(Bypass::system).collect(Collectors.toSet()));
        Map<BypassId, PersonId> with = bypasses.liesWith(cases);
        var names = people.names(Set.copyOf(with.values()));
        return cases.stream()
                .map(one -> BypassRow.of(
                        one,
                        called.getOrDefault(one.system(), one.system().isEmpty() ? UNKNOWN : one.system()),
                        with.containsKey(one.id()) ? names.apply(with.get(one.id())) : null))
                .toList();
    }
}
