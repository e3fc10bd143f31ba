package dev.countersign.policy.web;

import dev.countersign.forms.NextPage;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import dev.countersign.policy.PolicyDraft;
import dev.countersign.policy.PolicyDraftId;
import dev.countersign.policy.PolicyDrafts;
import dev.countersign.policy.Replay;
import dev.countersign.policy.Replays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Shows what a draft would have meant for the changes of the last ninety days. */
@Controller
@AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.AUDITOR, Role.SYSTEM_OWNER})
class ReplayController {

    private static final int PAGE = 50;

    /** One person's load as it is read. */
    record LoadRow(String person, String as, long before, long after, long difference) {}

    private final PolicyDrafts drafts;
    private final Replays replays;
    private final LeaderNames names;

    ReplayController(PolicyDrafts drafts, Replays replays, LeaderNames names) {
        this.drafts = drafts;
        this.replays = replays;
        this.names = names;
    }

    @GetMapping("/policy/drafts/{id}/replay")
    String replay(@PathVariable String id, Optional<String> before, Model model) {
        PolicyDraft draft = drafts.get(new PolicyDraftId(id));
        Replay replay = replays.of(draft);
        List<Replay.Line> found = replay.page(before, PAGE + 1);
        List<Replay.Line> page = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("draft", draft);
        model.addAttribute("replay", replay);
        model.addAttribute("days", Replays.DAYS);
        model.addAttribute("lines", page);
        model.addAttribute("loads", loads(replay));
        model.addAttribute(
                "next",
                found.size() > PAGE ? NextPage.path("before", page.getLast().id()) : null);
        return "policy/replay";
    }

    private List<LoadRow> loads(Replay replay) {
        Function<PersonId, String> name = names.of(
                replay.loads().stream().map(Replay.Load::person).distinct().toList());
        return replay.loads().stream()
                .map(load -> new LoadRow(
                        name.apply(load.person()), load.as(), load.before(), load.after(), load.difference()))
                .toList();
    }
}
