package dev.countersign.registry.web;

import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import dev.countersign.registry.Department;
import dev.countersign.registry.ProductionSystem;
import dev.countersign.registry.SystemCursor;
import dev.countersign.registry.SystemFilter;
import dev.countersign.registry.Systems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Lists systems, the most critical first, and shows one with everybody who answers for it. */
@Controller
@AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.AUDITOR, Role.SYSTEM_OWNER})
class RegistryController {

    private static final int PAGE = 40;

    private final Systems systems;
    private final People people;

    RegistryController(Systems systems, People people) {
        this.systems = systems;
        this.people = people;
    }

    @GetMapping("/registry")
    String list(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable Integer tier,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "false") boolean consumerFacing,
            @RequestParam(defaultValue = "false") boolean controlPlane,
            Optional<String> after,
            Model model) {
        SystemFilter filter = SystemFilter.of(text, tier, department, owner, consumerFacing, controlPlane);
        List<Department> departments = systems.departments();
        List<ProductionSystem> found = systems.matching(filter, after.map(SystemCursor::of), PAGE + 1);
        List<ProductionSystem> page = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("filter", filter);
        model.addAttribute("departments", departments);
        model.addAttribute("rows", rows(page, departments));
        model.addAttribute("next", found.size() > PAGE ? next(filter, page.getLast()) : null);
        return "registry/list";
    }

    @GetMapping("/registry/{key}")
    String system(@PathVariable String key, Model model) {
        ProductionSystem system = systems.get(key);
        Department department = systems.department(system.department());
        model.addAttribute("system", system);
        model.addAttribute("department", department);
        model.addAttribute("repositories", systems.repositories(key));
        model.addAttribute("owner", name(system.owner()));
        model.addAttribute("director", name(department.director()));
        model.addAttribute("vp", name(department.vp()));
        return "registry/system";
    }

    private List<SystemRow> rows(List<ProductionSystem> page, List<Department> departments) {
        Map<String, String> parts = departments.stream().collect(Collectors.toMap(Department::key, Department::name));
        Map<PersonId, String> owners =
                people
                        .named(page.stream()
                                .map(ProductionSystem::owner)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Person::id, Person::name));
        Function<ProductionSystem, SystemRow> row = system -> SystemRow.of(system, parts, owners);
        return page.stream().map(row).toList();
    }

    private String name(PersonId id) {
        return people.find(id).map(Person::name).orElse(id.value());
    }

    private static String next(SystemFilter filter, ProductionSystem last) {
        return UriComponentsBuilder.fromPath("/registry")
                .queryParam("text", "{text}")
                .queryParamIfPresent("tier", Optional.ofNullable(filter.tier()))
                .queryParam("department", "{department}")
                .queryParam("owner", "{owner}")
                .queryParam("consumerFacing", filter.consumerFacing())
                .queryParam("controlPlane", filter.controlPlane())
                .queryParam("after", SystemCursor.after(last).text())
                .build(filter.text(), filter.department(), filter.owner())
                .toString();
    }
}
