package dev.countersign.registry.web;

import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Role;
import dev.countersign.registry.Facts;
import dev.countersign.registry.Incident;
import dev.countersign.registry.IncidentCursor;
import dev.countersign.registry.IncidentFilter;
import dev.countersign.registry.Incidents;
import dev.countersign.registry.ProductionSystem;
import dev.countersign.registry.SystemCursor;
import dev.countersign.registry.SystemFacts;
import dev.countersign.registry.SystemFilter;
import dev.countersign.registry.Systems;
import dev.countersign.registry.TierStandings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What programs read of the registry, with the token of a person who may. */
@RestController
@AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.AUDITOR, Role.SYSTEM_OWNER, Role.GATE})
@Tag(name = "registry")
class RegistryApi {

    private static final int PAGE = 100;

    private final ListFilters filters;
    private final Systems systems;
    private final Facts facts;
    private final TierStandings standings;
    private final Incidents incidents;

    RegistryApi(ListFilters filters, Systems systems, Facts facts, TierStandings standings, Incidents incidents) {
        this.filters = filters;
        this.systems = systems;
        this.facts = facts;
        this.standings = standings;
        this.incidents = incidents;
    }

    @GetMapping(path = "/api/registry/systems", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "listSystems",
            summary = "Systems, the most critical first.",
            description = "A hundred at a time; the `Link` header (RFC 8288) leads to the next page.")
    ResponseEntity<List<ListedSystem>> systems(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") List<String> tier,
            @RequestParam(defaultValue = "") List<String> department,
            @RequestParam(defaultValue = "") List<String> owner,
            @RequestParam(defaultValue = "false") boolean consumerFacing,
            @RequestParam(defaultValue = "false") boolean controlPlane,
            @RequestParam(required = false) @Nullable String after) {
        SystemFilter filter = filters.systems(text, tier, department, owner, consumerFacing, controlPlane);
        List<ProductionSystem> found =
                systems.matching(filter, Optional.ofNullable(after).map(SystemCursor::of), PAGE + 1);
        List<ProductionSystem> page = found.subList(0, Math.min(PAGE, found.size()));
        return Listing.answer(
                page.stream().map(ListedSystem::of).toList(),
                found.size() > PAGE ? SystemCursor.after(page.getLast()).text() : null);
    }

    @GetMapping(path = "/api/registry/systems/{key}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "readSystem", summary = "One system with all that is stated of it.")
    SystemAnswer system(@PathVariable String key) {
        SystemFacts system = facts.system(key);
        return SystemAnswer.of(system, systems.department(system.department()), standings.of(system.key()));
    }

    @GetMapping(path = "/api/registry/incidents", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "listIncidents",
            summary = "Confirmed incidents, the newest first.",
            description = "A hundred at a time; the `Link` header (RFC 8288) leads to the next page.")
    ResponseEntity<List<IncidentAnswer>> incidents(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") List<String> severity,
            @RequestParam(defaultValue = "") String system,
            @RequestParam(defaultValue = "false") boolean orderAffecting,
            @RequestParam(defaultValue = "false") boolean noRecord,
            @RequestParam(defaultValue = "") List<String> aiRelated,
            @RequestParam(required = false) @Nullable String after) {
        IncidentFilter filter = filters.incidents(text, severity, system, orderAffecting, noRecord, aiRelated);
        List<Incident> found =
                incidents.matching(filter, Optional.ofNullable(after).map(IncidentCursor::of), PAGE + 1);
        List<Incident> page = found.subList(0, Math.min(PAGE, found.size()));
        return Listing.answer(
                page.stream().map(IncidentAnswer::of).toList(),
                found.size() > PAGE ? IncidentCursor.after(page.getLast()).text() : null);
    }
}
