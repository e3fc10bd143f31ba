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
import dev.countersign.registry.Department;
import dev.countersign.registry.Edits;
import dev.countersign.registry.Facts;
import dev.countersign.registry.Flaw;
import dev.countersign.registry.Systems;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets somebody describe a department, and who leads it. */
@Controller
@AllowedTo({Role.SYSTEM_OWNER, Role.DIRECTOR, Role.VP})
class DepartmentController {

    private static final String OVERTAKEN =
            "Somebody's edit of this department became true meanwhile. Compare, and send it again.";

    private final Edits edits;
    private final Facts facts;
    private final Systems systems;
    private final RegistryOffers offers;

    DepartmentController(Edits edits, Facts facts, Systems systems, RegistryOffers offers) {
        this.edits = edits;
        this.facts = facts;
        this.systems = systems;
        this.offers = offers;
    }

    @GetMapping({"/registry/departments/new", "/registry/departments/{key}/edit"})
    String ask(@PathVariable Optional<String> key, Opened opened) {
        return opened.show(sheet(key.map(systems::department)));
    }

    @PostMapping({"/registry/departments/new", "/registry/departments/{key}/edit"})
    String propose(@PathVariable Optional<String> key, @RequestParam("_seen") int seen, Person proposer, Sent sent) {
        Optional<Department> known = key.map(systems::department);
        return sent.carryOut(
                sheet(known), said -> seen == seen(known) ? propose(said, proposer) : new Overtaken(OVERTAKEN));
    }

    private Result propose(Answers said, Person proposer) {
        Catalogue catalogue = new Catalogue(List.of(SystemSheet.department(said)), List.of());
        List<Flaw> flaws = edits.plan(catalogue).flaws();
        return flaws.isEmpty()
                ? ProposalPage.proposed(edits.describe(catalogue, said.text("reason"), proposer))
                : Flaws.of(flaws);
    }

    private Sheet sheet(Optional<Department> known) {
        return Sheet.on("registry/write-department", SystemSheet.DEPARTMENT_FORM)
                .about("department", known)
                .about("seen", seen(known))
                .offering(offers.forDepartment(known.map(Department::director), known.map(Department::vp)))
                .knowing(known.map(SystemSheet::of));
    }

    private int seen(Optional<Department> known) {
        return known.map(facts::newest).orElse(0);
    }
}
