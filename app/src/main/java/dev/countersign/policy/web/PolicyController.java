package dev.countersign.policy.web;

import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.policy.Addenda;
import dev.countersign.policy.AddendumRules;
import dev.countersign.policy.DraftRules;
import dev.countersign.policy.Editions;
import dev.countersign.policy.Policies;
import dev.countersign.policy.PolicyDrafts;
import dev.countersign.policy.PolicySection;
import dev.countersign.policy.PolicyVersion;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Shows what the house demands, now and by any version that something was judged by. */
@Controller
@AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.AUDITOR, Role.SYSTEM_OWNER})
class PolicyController {

    private static final int VERSIONS = 50;
    private static final int DRAFTS = 5;

    private final Policies policies;
    private final Addenda addenda;
    private final Editions editions;
    private final PolicyDrafts drafts;
    private final DraftRow.Describing describing;
    private final LeaderNames names;
    private final List<PolicySection> sections;
    private final Clock clock;

    PolicyController(
            Policies policies,
            Addenda addenda,
            Editions editions,
            PolicyDrafts drafts,
            DraftRow.Describing describing,
            LeaderNames names,
            List<PolicySection> sections,
            Clock clock) {
        this.policies = policies;
        this.addenda = addenda;
        this.editions = editions;
        this.drafts = drafts;
        this.describing = describing;
        this.names = names;
        this.sections = List.copyOf(sections);
        this.clock = clock;
    }

    @GetMapping("/policy")
    String now(Person reader, Model model) {
        PolicyVersion version = policies.inForce();
        Instant now = clock.instant();
        model.addAttribute(
                "addenda",
                addenda.inForce().stream()
                        .map(addendum -> AddendumRow.of(addendum, now, names.of(List.of(addendum.proposedBy()))))
                        .toList());
        model.addAttribute("mayPropose", AddendumRules.toPropose(reader).granted());
        model.addAttribute("edition", editions.at(now).orElse(null));
        model.addAttribute("coming", editions.coming(now));
        model.addAttribute("drafts", describing.rows(drafts.page(Optional.empty(), DRAFTS)));
        model.addAttribute("mayBegin", DraftRules.toBegin(reader).granted());
        model.addAttribute("versions", policies.versions(VERSIONS));
        model.addAttribute("version", version);
        model.addAttribute(
                "clauses",
                Clauses.of(policies.grid(version.id()), !version.addenda().isEmpty()));
        model.addAttribute("sections", sections);
        return "policy/policy";
    }

    @GetMapping("/policy/versions/{id}")
    String version(@PathVariable String id, Person reader, Model model) {
        PolicyVersion version = policies.get(id);
        model.addAttribute("version", version);
        model.addAttribute("mayBegin", DraftRules.toBegin(reader).granted());
        model.addAttribute(
                "clauses", Clauses.of(policies.grid(id), !version.addenda().isEmpty()));
        return "policy/version";
    }

    /** The table as a DMN file. */
    @GetMapping("/policy/versions/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable String id) {
        return DmnFile.of(id, policies.file(id));
    }
}
