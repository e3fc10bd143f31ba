package dev.countersign.registry;

import dev.countersign.registry.Organisation.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The house from its VPs down to its systems. */
@Component
public class Organisations {

    private static final SystemFilter ALL = SystemFilter.ALL;

    private final Systems systems;

    Organisations(Systems systems) {
        this.systems = systems;
    }

    /** By the names of the departments; of each one's systems only the most critical are named. */
    public List<Organisation> all(int named) {
        var byDepartment = systems.matching(ALL, Optional.empty(), Integer.MAX_VALUE).stream()
                .collect(Collectors.groupingBy(ProductionSystem::department));
        return systems.departments().stream()
                .map(department -> part(department, byDepartment.getOrDefault(department.key(), List.of()), named))
                .collect(Collectors.groupingBy(part -> part.department().vp(), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> new Organisation(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Part part(Department department, List<ProductionSystem> all, int named) {
        Predicate<ProductionSystem> tierOne = system -> system.tier() == 1;
        return new Part(
                department,
                all.size(),
                (int) all.stream().filter(tierOne).count(),
                all.stream().limit(named).toList());
    }
}
