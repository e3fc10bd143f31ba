package dev.countersign.registry.web;

import dev.countersign.forms.Answers;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.sheets.Opened;
import dev.countersign.identity.sheets.Sent;
import dev.countersign.identity.sheets.Sheet;
import dev.countersign.moments.MomentWords;
import dev.countersign.registry.Edits;
import dev.countersign.registry.ProductionSystem;
import dev.countersign.registry.Proposal;
import dev.countersign.registry.Systems;
import dev.countersign.registry.TierStandings;
import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Lets somebody ask for another tier than the rule gives, until a day. */
@Controller
@AllowedTo({Role.SYSTEM_OWNER, Role.DIRECTOR, Role.VP})
class OverrideController {

    private final Edits edits;
    private final Systems systems;
    private final TierStandings standings;

    OverrideController(Edits edits, Systems systems, TierStandings standings) {
        this.edits = edits;
        this.systems = systems;
        this.standings = standings;
    }

    @GetMapping("/registry/{key}/override")
    String ask(@PathVariable String key, Opened opened) {
        return opened.show(sheet(systems.get(key)));
    }

    @PostMapping("/registry/{key}/override")
    String propose(@PathVariable String key, Person proposer, Sent sent) {
        return sent.carryOut(sheet(systems.get(key)), said -> {
            Proposal proposal =
                    edits.override(key, Integer.parseInt(said.text("tier")), said.text("reason"), end(said), proposer);
            return ProposalPage.leadTo(proposal, "It is proposed. It counts when a director or VP approves it.");
        });
    }

    /** The end of the last day where the proposer lives. */
    private static Instant end(Answers said) {
        return MomentWords.forReader().startOf(said.day("lastDay").orElseThrow().plusDays(1));
    }

    private Sheet sheet(ProductionSystem system) {
        return Sheet.on("registry/override", "override-tier")
                .about("system", system)
                .about("standing", standings.of(system.key()))
                .placing("registry.end-out-of-range", "lastDay");
    }
}
