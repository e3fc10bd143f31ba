package dev.countersign.registry.web;

import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.journal.Stories;
import dev.countersign.registry.Department;
import dev.countersign.registry.Dependencies;
import dev.countersign.registry.Facts;
import dev.countersign.registry.Incidents;
import dev.countersign.registry.ProposalKind;
import dev.countersign.registry.ProposalRules;
import dev.countersign.registry.Proposals;
import dev.countersign.registry.SystemFacts;
import dev.countersign.registry.SystemPanel;
import dev.countersign.registry.Systems;
import dev.countersign.registry.TierRule;
import dev.countersign.registry.TierStanding;
import dev.countersign.registry.TierStandings;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Everything on the page of one system. */
@Component
class SystemPage {

    private static final int FEW = 20;

    private final Systems systems;
    private final Facts facts;
    private final TierStandings standings;
    private final TierRule rule;
    private final Incidents incidents;
    private final Proposals proposals;
    private final Dependencies dependencies;
    private final List<SystemPanel> panels;
    private final Stories stories;
    private final People people;

    SystemPage(
            Systems systems,
            Facts facts,
            TierStandings standings,
            TierRule rule,
            Incidents incidents,
            Proposals proposals,
            Dependencies dependencies,
            List<SystemPanel> panels,
            Stories stories,
            People people) {
        this.systems = systems;
        this.facts = facts;
        this.standings = standings;
        this.rule = rule;
        this.incidents = incidents;
        this.proposals = proposals;
        this.dependencies = dependencies;
        this.panels = panels;
        this.stories = stories;
        this.people = people;
    }

    /** Another module's part, ready for the template. */
    public record Part(String fragment, Object content) {}

    String show(String key, Person reader, Model model) {
        SystemFacts system = facts.system(key);
        Department department = systems.department(system.department());
        TierStanding standing = standings.of(key);
        model.addAttribute("system", system);
        model.addAttribute("department", department);
        model.addAttribute(
                "name",
                people.names(Stream.of(system.owner(), department.director(), department.vp())
                        .distinct()
                        .toList()));
        model.addAttribute("standing", standing);
        model.addAttribute(
                "clause",
                standing.verdict().map(verdict -> rule.words(verdict.clause())).orElse(null));
        model.addAttribute(
                "incidents",
                incidents.of(key, FEW).stream()
                        .map(incident -> IncidentRow.of(incident, standing.now()))
                        .toList());
        model.addAttribute("proposals", proposals.openAbout(key, FEW));
        var radius = dependencies.of(key);
        model.addAttribute("radius", radius);
        model.addAttribute("picture", DependencyPicture.of(radius, systems.get(key)));
        model.addAttribute(
                "parts",
                panels.stream()
                        .flatMap(panel -> panel.content(systems.get(key), reader).stream()
                                .map(content -> new Part(panel.fragment(), content)))
                        .toList());
        model.addAttribute("story", stories.of("system/" + key));
        model.addAttribute(
                "mayPropose",
                ProposalRules.toPropose(ProposalKind.CATALOGUE, reader).granted());
        model.addAttribute(
                "mayReport",
                ProposalRules.toPropose(ProposalKind.INCIDENT, reader).granted());
        return "registry/system";
    }
}
