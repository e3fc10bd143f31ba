package dev.countersign.registry.web;

import dev.countersign.forms.Answers;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.sheets.Opened;
import dev.countersign.identity.sheets.Result;
import dev.countersign.identity.sheets.Result.Overtaken;
import dev.countersign.identity.sheets.Sent;
import dev.countersign.identity.sheets.Sheet;
import dev.countersign.registry.Catalogue;
import dev.countersign.registry.Edits;
import dev.countersign.registry.Facts;
import dev.countersign.registry.Flaw;
import dev.countersign.registry.ProposalId;
import dev.countersign.registry.Proposals;
import dev.countersign.registry.SystemFacts;
import dev.countersign.spelling.CatalogueKey;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets somebody describe a new system, or one that is there, anew. */
@Controller
@AllowedTo({Role.SYSTEM_OWNER, Role.DIRECTOR, Role.VP})
class SystemWritingController {

    private static final String OVERTAKEN =
            "Somebody's edit of this system became true while you were typing. Nothing of yours was proposed:"
                    + " it stands below. Compare it with the system's page and send it again.";

    private final Edits edits;
    private final Facts facts;
    private final Proposals proposals;
    private final RegistryOffers offers;

    SystemWritingController(Edits edits, Facts facts, Proposals proposals, RegistryOffers offers) {
        this.edits = edits;
        this.facts = facts;
        this.proposals = proposals;
        this.offers = offers;
    }

    @GetMapping("/registry/new")
    String ask(Opened opened) {
        return opened.show(sheet(Optional.empty(), Optional.empty()));
    }

    @PostMapping("/registry/new")
    String register(Person proposer, Sent sent) {
        return sent.carryOut(
                sheet(Optional.empty(), Optional.empty()), said -> propose(Optional.empty(), said, proposer));
    }

    /** Filled with what is, or with what an overtaken proposal of the reader's wanted. */
    @GetMapping("/registry/{key}/edit")
    String ask(@PathVariable String key, Optional<String> proposal, Opened opened) {
        SystemFacts now = facts.system(key);
        SystemFacts wanted =
                proposal.flatMap(id -> wanted(key, new ProposalId(id))).orElse(now);
        return opened.show(sheet(Optional.of(now), Optional.of(wanted)));
    }

    @PostMapping("/registry/{key}/edit")
    String edit(@PathVariable String key, @RequestParam("_seen") int seen, Person proposer, Sent sent) {
        Optional<SystemFacts> now = Optional.of(facts.system(key));
        return sent.carryOut(
                sheet(now, now), said -> seen == seen(now) ? propose(now, said, proposer) : new Overtaken(OVERTAKEN));
    }

    private Result propose(Optional<SystemFacts> known, Answers said, Person proposer) {
        SystemFacts wanted = SystemSheet.system(said);
        Catalogue catalogue = new Catalogue(List.of(), List.of(wanted));
        List<Flaw> flaws = flaws(catalogue, known, wanted);
        return flaws.isEmpty()
                ? ProposalPage.proposed(edits.describe(catalogue, said.text("reason"), proposer))
                : Flaws.of(flaws);
    }

    private List<Flaw> flaws(Catalogue catalogue, Optional<SystemFacts> known, SystemFacts wanted) {
        var plan = edits.plan(catalogue);
        if (!plan.flaws().isEmpty()) {
            return plan.flaws();
        }
        if (plan.comparison().edit().isEmpty()) {
            return List.of(Flaw.of(wanted.key(), "name", "nothing is different from what the registry says"));
        }
        boolean taken =
                known.isEmpty() && plan.comparison().edit().systems().getFirst().from() > 0;
        return taken ? List.of(Flaw.of(wanted.key(), "key", "a system of that key is registered already")) : List.of();
    }

    private Sheet sheet(Optional<SystemFacts> now, Optional<SystemFacts> filled) {
        return Sheet.on("registry/write", SystemSheet.FORM)
                .about("system", now)
                .about("seen", seen(now))
                .offering(offers.forSystem(filled.map(SystemFacts::owner)))
                .knowing(filled.map(SystemSheet::of));
    }

    private int seen(Optional<SystemFacts> now) {
        return now.map(facts::newest).orElse(0);
    }

    private Optional<SystemFacts> wanted(String key, ProposalId id) {
        return proposals.edit(id).systems().stream()
                .map(revised -> revised.facts())
                .filter(system -> system.key().equals(CatalogueKey.orTyped(key)))
                .findFirst();
    }
}
