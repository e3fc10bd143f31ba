package dev.countersign.registry.web;

import dev.countersign.forms.NextPage;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.registry.Department;
import dev.countersign.registry.Organisations;
import dev.countersign.registry.ProductionSystem;
import dev.countersign.registry.ProposalKind;
import dev.countersign.registry.ProposalRules;
import dev.countersign.registry.SystemCursor;
import dev.countersign.registry.SystemFilter;
import dev.countersign.registry.Systems;
import dev.countersign.spelling.CatalogueKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists systems, the most critical first, shows one with all that is known of it, and the house that they belong to. */
@Controller
@AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.AUDITOR, Role.SYSTEM_OWNER})
class RegistryController {

    private static final int PAGE = 40;
    private static final int NAMED = 12;

    private final ListFilters filters;
    private final Systems systems;
    private final Organisations organisations;
    private final SystemPage page;
    private final People people;

    RegistryController(
            ListFilters filters, Systems systems, Organisations organisations, SystemPage page, People people) {
        this.filters = filters;
        this.systems = systems;
        this.organisations = organisations;
        this.page = page;
        this.people = people;
    }

    @GetMapping("/registry")
    String list(
            Person reader,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") List<String> tier,
            @RequestParam(defaultValue = "") List<String> department,
            @RequestParam(defaultValue = "") List<String> owner,
            @RequestParam(defaultValue = "false") boolean consumerFacing,
            @RequestParam(defaultValue = "false") boolean controlPlane,
            Optional<String> after,
            Model model) {
        SystemFilter filter = filters.systems(text, tier, department, owner, consumerFacing, controlPlane);
        List<ProductionSystem> found = systems.matching(filter, after.map(SystemCursor::of), PAGE + 1);
        List<ProductionSystem> shown = found.subList(0, Math.min(PAGE, found.size()));
        List<Department> departments = systems.departments();
        model.addAttribute("filter", filter);
        model.addAttribute("departments", departments);
        model.addAttribute("tiers", SystemFilter.TIERS);
        model.addAttribute("owners", people.with(Role.SYSTEM_OWNER));
        model.addAttribute("rows", rows(shown, departments));
        model.addAttribute(
                "next",
                found.size() > PAGE
                        ? NextPage.path(
                                "after", SystemCursor.after(shown.getLast()).text())
                        : null);
        model.addAttribute(
                "mayPropose",
                ProposalRules.toPropose(ProposalKind.CATALOGUE, reader).granted());
        return "registry/list";
    }

    @GetMapping("/registry/{key}")
    String system(@PathVariable String key, Person reader, Model model) {
        return page.show(CatalogueKey.orTyped(key), reader, model);
    }

    @GetMapping("/registry/organisation")
    String organisation(Person reader, Model model) {
        var all = organisations.all(NAMED);
        model.addAttribute("organisations", all);
        model.addAttribute(
                "name",
                people.names(all.stream()
                        .flatMap(one -> Stream.concat(
                                Stream.of(one.vp()),
                                one.parts().stream()
                                        .map(part -> part.department().director())))
                        .distinct()
                        .toList()));
        model.addAttribute(
                "mayPropose",
                ProposalRules.toPropose(ProposalKind.CATALOGUE, reader).granted());
        return "registry/organisation";
    }

    private List<SystemRow> rows(List<ProductionSystem> shown, List<Department> departments) {
        Map<String, String> parts = departments.stream().collect(Collectors.toMap(Department::key, Department::name));
        var owners = people.names(
                shown.stream().map(ProductionSystem::owner).distinct().toList());
        return shown.stream().map(system -> SystemRow.of(system, parts, owners)).toList();
    }
}
