package dev.countersign.registry.web;

import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.sheets.Opened;
import dev.countersign.identity.sheets.Result;
import dev.countersign.identity.sheets.Result.Overtaken;
import dev.countersign.identity.sheets.Sent;
import dev.countersign.identity.sheets.Sheet;
import dev.countersign.registry.Facts;
import dev.countersign.registry.Flaw;
import dev.countersign.registry.Incident;
import dev.countersign.registry.Incidents;
import dev.countersign.registry.Proposal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets somebody report an incident, or correct what is said of one. */
@Controller
@AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.SYSTEM_OWNER, Role.DIRECTOR, Role.VP})
class IncidentWritingController {

    private static final String OVERTAKEN = "Somebody's correction became true meanwhile. Compare, and send it again.";

    private final Incidents incidents;
    private final Facts facts;
    private final RegistryOffers offers;

    IncidentWritingController(Incidents incidents, Facts facts, RegistryOffers offers) {
        this.incidents = incidents;
        this.facts = facts;
        this.offers = offers;
    }

    /** Opened from a system's page, that system is filled in. */
    @GetMapping("/registry/incidents/new")
    String ask(Optional<String> system, Opened opened) {
        return opened.show(sheet(Optional.empty()).knowing(system.map(IncidentSheet::about)));
    }

    @PostMapping("/registry/incidents/new")
    String report(Person reporter, Sent sent) {
        return sent.carryOut(
                sheet(Optional.empty()),
                said -> propose(
                        IncidentSheet.incident("", said),
                        incident -> incidents.report(incident, said.text("reason"), reporter)));
    }

    @GetMapping("/registry/incidents/{id}/edit")
    String ask(@PathVariable String id, Opened opened) {
        return opened.show(sheet(Optional.of(incidents.get(id))));
    }

    @PostMapping("/registry/incidents/{id}/edit")
    String correct(@PathVariable String id, @RequestParam("_seen") int seen, Person reporter, Sent sent) {
        Optional<Incident> now = Optional.of(incidents.get(id));
        return sent.carryOut(
                sheet(now),
                said -> seen == seen(now)
                        ? propose(
                                IncidentSheet.incident(id, said),
                                incident -> incidents.correct(incident, said.text("reason"), reporter))
                        : new Overtaken(OVERTAKEN));
    }

    private Result propose(Incident incident, Function<Incident, Proposal> deed) {
        List<Flaw> flaws = incidents.flaws(incident);
        return flaws.isEmpty()
                ? ProposalPage.leadTo(
                        deed.apply(incident), "It is reported. It counts when a second person confirms it.")
                : Flaws.of(flaws);
    }

    private Sheet sheet(Optional<Incident> known) {
        return Sheet.on("registry/write-incident", IncidentSheet.FORM)
                .about("incident", known)
                .about("seen", seen(known))
                .offering(offers.systems())
                .knowing(known.map(IncidentSheet::of));
    }

    private int seen(Optional<Incident> known) {
        return known.map(facts::newest).orElse(0);
    }
}
