package dev.countersign.policy.web;

import dev.countersign.identity.Person;
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
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The policy's own page: what is in force, what came before it and what may come, each on its tab. */
@Component
class PolicyPage {

    private static final int VERSIONS = 50;
    private static final int DRAFTS = 10;

    private final Policies policies;
    private final Addenda addenda;
    private final Editions editions;
    private final PolicyDrafts drafts;
    private final DraftRow.Describing describing;
    private final LeaderNames names;
    private final TryIt trying;
    private final List<PolicySection> sections;
    private final Clock clock;

    PolicyPage(
            Policies policies,
            Addenda addenda,
            Editions editions,
            PolicyDrafts drafts,
            DraftRow.Describing describing,
            LeaderNames names,
            TryIt trying,
            List<PolicySection> sections,
            Clock clock) {
        this.policies = policies;
        this.addenda = addenda;
        this.editions = editions;
        this.drafts = drafts;
        this.describing = describing;
        this.names = names;
        this.trying = trying;
        this.sections = List.copyOf(sections);
        this.clock = clock;
    }

    String show(Optional<String> asked, SupposedChange supposed, Person reader, Model model) {
        List<PolicyTab> tabs = PolicyTab.all(sections, asked);
        String tab = PolicyTab.current(tabs);
        model.addAttribute("tabs", tabs);
        model.addAttribute("tab", tab);
        model.addAttribute("mayPropose", AddendumRules.toPropose(reader).granted());
        model.addAttribute("mayBegin", DraftRules.toBegin(reader).granted());
        model.addAttribute(
                "section",
                sections.stream()
                        .filter(section -> section.word().equals(tab))
                        .findFirst()
                        .orElse(null));
        switch (tab) {
            case PolicyTab.IN_FORCE -> inForce(supposed, model);
            case PolicyTab.VERSIONS -> versions(model);
            default -> {}
        }
        return "policy/policy";
    }

    private void inForce(SupposedChange supposed, Model model) {
        PolicyVersion version = policies.inForce();
        Instant now = clock.instant();
        model.addAttribute("version", version);
        model.addAttribute("tried", trying.on(supposed, version.id()));
        model.addAttribute("matrix", Matrix.of(policies.table(version.id())));
        model.addAttribute(
                "addenda",
                addenda.inForce().stream()
                        .map(addendum -> AddendumRow.of(addendum, now, names.of(List.of(addendum.proposedBy()))))
                        .toList());
        model.addAttribute("edition", editions.at(now).orElse(null));
        model.addAttribute("coming", editions.coming(now));
    }

    private void versions(Model model) {
        model.addAttribute("drafts", describing.rows(drafts.page(Optional.empty(), DRAFTS)));
        model.addAttribute("versions", policies.versions(VERSIONS));
    }
}
