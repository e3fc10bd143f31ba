package dev.countersign.registry.web;

import dev.countersign.forms.NextPage;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.journal.Stories;
import dev.countersign.registry.AiRelated;
import dev.countersign.registry.Incident;
import dev.countersign.registry.IncidentCursor;
import dev.countersign.registry.IncidentFilter;
import dev.countersign.registry.Incidents;
import dev.countersign.registry.ProposalKind;
import dev.countersign.registry.ProposalRules;
import dev.countersign.registry.Proposals;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists incidents with their trend, and shows one. */
@Controller
@AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.AUDITOR, Role.SYSTEM_OWNER})
class IncidentController {

    private static final int PAGE = 30;
    private static final int WEEKS = 26;

    private final ListFilters filters;
    private final Incidents incidents;
    private final Proposals proposals;
    private final Stories stories;
    private final Clock clock;

    IncidentController(ListFilters filters, Incidents incidents, Proposals proposals, Stories stories, Clock clock) {
        this.filters = filters;
        this.incidents = incidents;
        this.proposals = proposals;
        this.stories = stories;
        this.clock = clock;
    }

    @GetMapping("/registry/incidents")
    String list(
            Person reader,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") List<String> severity,
            @RequestParam(defaultValue = "") String system,
            @RequestParam(defaultValue = "false") boolean orderAffecting,
            @RequestParam(defaultValue = "false") boolean noRecord,
            @RequestParam(defaultValue = "") List<String> aiRelated,
            Optional<String> after,
            Model model) {
        IncidentFilter filter = filters.incidents(text, severity, system, orderAffecting, noRecord, aiRelated);
        List<Incident> found = incidents.matching(filter, after.map(IncidentCursor::of), PAGE + 1);
        List<Incident> shown = found.subList(0, Math.min(PAGE, found.size()));
        Instant now = clock.instant();
        model.addAttribute("filter", filter);
        model.addAttribute("severities", IncidentFilter.SEVERITIES);
        model.addAttribute("aiWords", AiRelated.values());
        model.addAttribute(
                "rows",
                shown.stream().map(incident -> IncidentRow.of(incident, now)).toList());
        model.addAttribute(
                "next",
                found.size() > PAGE
                        ? NextPage.path(
                                "after", IncidentCursor.after(shown.getLast()).text())
                        : null);
        model.addAttribute("weeks", Bars.byWeek(incidents.byWeek(WEEKS)));
        model.addAttribute("quarters", Bars.byQuarter(incidents.byQuarter()));
        model.addAttribute(
                "waiting",
                proposals.page(true, Optional.empty(), PAGE).stream()
                        .filter(proposal -> proposal.kind() == ProposalKind.INCIDENT)
                        .toList());
        model.addAttribute("mayReport", mayReport(reader));
        return "registry/incidents";
    }

    @GetMapping("/registry/incidents/{id}")
    String read(@PathVariable String id, Person reader, Model model) {
        Incident incident = incidents.get(id);
        model.addAttribute("incident", incident);
        model.addAttribute("row", IncidentRow.of(incident, clock.instant()));
        model.addAttribute("story", stories.of("incident/" + id));
        model.addAttribute("mayReport", mayReport(reader));
        return "registry/incident";
    }

    private static boolean mayReport(Person reader) {
        return ProposalRules.toPropose(ProposalKind.INCIDENT, reader).granted();
    }
}
