package dev.countersign.policy.web;

import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.policy.DraftRules;
import dev.countersign.policy.Policies;
import dev.countersign.policy.PolicyVersion;
import jakarta.servlet.http.HttpServletRequest;
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

    private final Policies policies;
    private final PolicyPage page;

    PolicyController(Policies policies, PolicyPage page) {
        this.policies = policies;
        this.page = page;
    }

    /** The address also says what the policy is tried on. */
    @GetMapping("/policy")
    String now(Optional<String> tab, HttpServletRequest asked, Person reader, Model model) {
        return page.show(tab, SupposedChange.read(asked::getParameter), reader, model);
    }

    @GetMapping("/policy/versions/{id}")
    String version(@PathVariable String id, Person reader, Model model) {
        PolicyVersion version = policies.get(id);
        model.addAttribute("version", version);
        model.addAttribute("mayBegin", DraftRules.toBegin(reader).granted());
        model.addAttribute("matrix", Matrix.of(policies.table(id)));
        return "policy/version";
    }

    /** The table as a DMN file. */
    @GetMapping("/policy/versions/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable String id) {
        return DmnFile.of(id, policies.file(id));
    }
}
