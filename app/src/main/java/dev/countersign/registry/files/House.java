package dev.countersign.registry.files;

import dev.countersign.registry.Catalogue;
import dev.countersign.registry.CatalogueEntity;
import dev.countersign.registry.Department;
import dev.countersign.registry.SystemFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the registry says already, by keys. */
record House(Map<String, SystemFacts> systems, Map<String, Department> departments, List<CatalogueEntity> origins) {

    static House of(Catalogue known, List<CatalogueEntity> origins) {
        return new House(
                known.systems().stream().collect(Collectors.toMap(SystemFacts::key, Function.identity())),
                known.departments().stream().collect(Collectors.toMap(Department::key, Function.identity())),
                List.copyOf(origins));
    }

    boolean has(boolean department, String key) {
        return department ? departments.containsKey(key) : systems.containsKey(key);
    }

    Optional<SystemFacts> system(String key) {
        return Optional.ofNullable(systems.get(key));
    }
}
