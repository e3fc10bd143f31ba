package dev.countersign.changes.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeList;
import dev.countersign.changes.ChangeOrder;
import dev.countersign.changes.Drafts;
import dev.countersign.changes.Status;
import dev.countersign.changes.Total;
import dev.countersign.forms.NextPage;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.refusals.Refusal;
import dev.countersign.registry.SystemFilter;
import dev.countersign.registry.Systems;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Lists changes as they are searched for and sorted, a page at a time. */
@Controller
@AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.AUDITOR, Role.SYSTEM_OWNER})
class ChangeListController {

    private static final int PAGE = 30;

    private final ChangeList list;
    private final SearchReading searches;
    private final Drafts drafts;
    private final People people;
    private final Systems systems;
    private final Clock clock;

    ChangeListController(
            ChangeList list, SearchReading searches, Drafts drafts, People people, Systems systems, Clock clock) {
        this.list = list;
        this.searches = searches;
        this.drafts = drafts;
        this.people = people;
        this.systems = systems;
        this.clock = clock;
    }

    @GetMapping("/changes")
    ModelAndView changes(Person reader, @ModelAttribute("asked") Asked asked) {
        ChangeSearch search = searches.read(asked, reader);
        ModelAndView view = new ModelAndView("changes/list");
        view.addObject("search", search);
        view.addObject("who", search.who(reader.id()));
        view.addObject("statuses", Status.values());
        view.addObject("tiers", SystemFilter.TIERS);
        view.addObject("orders", ChangeOrder.values());
        view.addObject("mayWrite", drafts.mayWrite(reader).granted());
        if (search.problems().isEmpty()) {
            show(view, asked, search, reader);
        } else {
            view.addObject("rows", List.of());
            view.setStatus(HttpStatusCode.valueOf(Refusal.Kind.INVALID.status()));
        }
        return view;
    }

    private void show(ModelAndView view, Asked asked, ChangeSearch search, Person reader) {
        List<Change> found = list.matching(search.filter(), search.order(), reader, asked.place(), PAGE + 1);
        List<Change> page = found.subList(0, Math.min(PAGE, found.size()));
        ListNames names = ListNames.of(page, people, systems);
        view.addObject(
                "rows",
                page.stream().map(change -> names.row(change, clock.instant())).toList());
        view.addObject("people", names.people());
        view.addObject("systems", names.systems());
        boolean isAll = found.size() <= PAGE && asked.place().isEmpty();
        view.addObject(
                "total",
                isAll
                        ? Total.of(found.size())
                        : list.total(search.filter(), reader).seen(found.size()));
        view.addObject("csv", NextPage.elsewhere("/changes.csv", "older"));
        view.addObject(
                "next",
                found.size() > PAGE ? NextPage.path("older", page.getLast().id().value()) : null);
    }
}
