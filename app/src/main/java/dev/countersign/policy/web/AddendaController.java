package dev.countersign.policy.web;

import dev.countersign.forms.NextPage;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import dev.countersign.identity.sheets.Opened;
import dev.countersign.identity.sheets.Result.Done;
import dev.countersign.identity.sheets.Sent;
import dev.countersign.policy.Addenda;
import dev.countersign.policy.Addendum;
import dev.countersign.policy.AddendumId;
import dev.countersign.policy.AddendumRules;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Lists addenda, and lets a VP propose one. */
@Controller
class AddendaController {

    private static final int PAGE = 30;

    private final Addenda addenda;
    private final AddendumSheet sheet;
    private final LeaderNames names;
    private final Clock clock;

    AddendaController(Addenda addenda, AddendumSheet sheet, LeaderNames names, Clock clock) {
        this.addenda = addenda;
        this.sheet = sheet;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/policy/addenda")
    @AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.AUDITOR, Role.SYSTEM_OWNER})
    String list(Person reader, Optional<String> before, Model model) {
        List<Addendum> found = addenda.page(before.map(AddendumId::new), PAGE + 1);
        List<Addendum> page = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("rows", rows(page));
        model.addAttribute(
                "next",
                found.size() > PAGE
                        ? NextPage.path("before", page.getLast().id().value())
                        : null);
        model.addAttribute("mayPropose", AddendumRules.toPropose(reader).granted());
        return "policy/addenda";
    }

    @GetMapping("/policy/addenda/new")
    @AllowedTo(Role.VP)
    String ask(Person proposer, Opened opened) {
        AddendumRules.toPropose(proposer).demand();
        return opened.show(sheet.blank());
    }

    @PostMapping("/policy/addenda/new")
    @AllowedTo(Role.VP)
    String propose(Person proposer, Sent sent) {
        return sent.carryOut(sheet.blank(), AddendumRules.toPropose(proposer), said -> {
            Addendum proposed = addenda.propose(AddendumSheet.proposal(said), proposer);
            return new Done(
                    "/policy/addenda/" + proposed.id(), "It is proposed. Another VP or a director has to approve it.");
        });
    }

    private List<AddendumRow> rows(List<Addendum> page) {
        Instant now = clock.instant();
        Function<PersonId, String> name =
                names.of(page.stream().map(Addendum::proposedBy).distinct().toList());
        return page.stream()
                .map(addendum -> AddendumRow.of(addendum, now, name))
                .toList();
    }
}
