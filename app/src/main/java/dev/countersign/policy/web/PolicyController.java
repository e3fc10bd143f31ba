package dev.countersign.policy.web;

import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.policy.Addenda;
import dev.countersign.policy.AddendumRules;
import dev.countersign.policy.Policies;
import dev.countersign.policy.PolicyVersion;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Shows what the house demands, now and by any version that something was judged by. */
@Controller
@AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.AUDITOR, Role.SYSTEM_OWNER})
class PolicyController {

    private static final int VERSIONS = 50;

    private final Policies policies;
    private final Addenda addenda;
    private final LeaderNames names;
    private final Clock clock;

    PolicyController(Policies policies, Addenda addenda, LeaderNames names, Clock clock) {
        this.policies = policies;
        this.addenda = addenda;
        this.names = names;
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
        model.addAttribute("versions", policies.versions(VERSIONS));
        model.addAttribute("version", version);
        model.addAttribute(
                "clauses",
                Clauses.of(policies.grid(version.id()), !version.addenda().isEmpty()));
        return "policy/policy";
    }

    @GetMapping("/policy/versions/{id}")
    String version(@PathVariable String id, Model model) {
        PolicyVersion version = policies.get(id);
        model.addAttribute("version", version);
        model.addAttribute(
                "clauses", Clauses.of(policies.grid(id), !version.addenda().isEmpty()));
        return "policy/version";
    }
}
