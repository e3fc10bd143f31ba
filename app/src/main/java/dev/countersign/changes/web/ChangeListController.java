package dev.countersign.changes.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeFilter;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangeList;
import dev.countersign.changes.Drafts;
import dev.countersign.changes.Status;
import dev.countersign.forms.Chosen;
import dev.countersign.forms.NextPage;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import dev.countersign.spelling.CatalogueKey;
import dev.countersign.spelling.Excerpt;
import dev.countersign.spelling.PlainText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists changes, newest first, a page at a time. */
@Controller
@AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.AUDITOR, Role.SYSTEM_OWNER})
class ChangeListController {

    private static final int PAGE = 30;
    private static final int LONGEST = 200;

    private final ChangeList list;
    private final Drafts drafts;
    private final People people;

    ChangeListController(ChangeList list, Drafts drafts, People people) {
        this.list = list;
        this.drafts = drafts;
        this.people = people;
    }

    @GetMapping("/changes")
    String changes(
            Person reader,
            @RequestParam(defaultValue = "") List<String> status,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") List<String> system,
            @RequestParam(defaultValue = "false") boolean mine,
            Optional<String> before,
            Model model) {
        ChangeFilter filter = new ChangeFilter(
                Chosen.among("a state of a change", status, List.of(Status.values()), Status::word),
                mine ? Optional.of(reader.id()) : Optional.empty(),
                keys(system),
                Excerpt.start(text, LONGEST));
        List<Change> found = list.matching(filter, reader, before.map(ChangeId::new), PAGE + 1);
        List<Change> page = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("rows", rows(page));
        model.addAttribute(
                "next",
                found.size() > PAGE
                        ? NextPage.path("before", page.getLast().id().value())
                        : null);
        model.addAttribute("statuses", Status.values());
        model.addAttribute("filter", filter);
        model.addAttribute("mine", mine);
        model.addAttribute("mayWrite", drafts.mayWrite(reader).granted());
        return "changes/list";
    }

    private List<ChangeRow> rows(List<Change> changes) {
        Set<PersonId> authors = changes.stream().map(Change::author).collect(Collectors.toSet());
        Function<PersonId, String> name = people.names(authors);
        return changes.stream()
                .map(change -> ChangeRow.of(change, name.apply(change.author())))
                .toList();
    }

    /** A key that nobody registered is the name of no system, and no change touches it. */
    private static Set<String> keys(List<String> typed) {
        return typed.stream()
                .map(key -> CatalogueKey.orTyped(PlainText.line(key).toLowerCase(Locale.ROOT)))
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
