package dev.countersign.reviews.web;

import dev.countersign.forms.NextPage;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.refusals.Refusal;
import dev.countersign.registry.Systems;
import dev.countersign.reviews.AbsenceNotices;
import dev.countersign.reviews.InboxOrder;
import dev.countersign.reviews.InboxPlace;
import dev.countersign.reviews.SavedFilters;
import dev.countersign.reviews.Waiting;
import java.util.List;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Lists the decisions that wait, as they are searched for and sorted: the reader's, what is free, what others must do. */
@Controller
@AllowedTo({Role.REVIEWER, Role.DIRECTOR, Role.VP})
class InboxController {

    static final int PAGE = 100;

    private final Waiting waiting;
    private final InboxReading searches;
    private final People people;
    private final Systems systems;
    private final AbsenceNotices notices;
    private final SavedFilters filters;

    InboxController(
            Waiting waiting,
            InboxReading searches,
            People people,
            Systems systems,
            AbsenceNotices notices,
            SavedFilters filters) {
        this.waiting = waiting;
        this.searches = searches;
        this.people = people;
        this.systems = systems;
        this.notices = notices;
        this.filters = filters;
    }

    @GetMapping("/reviews")
    ModelAndView inbox(Person reader, @ModelAttribute("asked") InboxAsked asked) {
        InboxSearch search = searches.read(asked, reader);
        ModelAndView view = new ModelAndView("reviews/inbox");
        view.addObject("notice", notices.of(reader));
        view.addObject("search", search);
        view.addObject("saved", filters.of(reader));
        view.addObject("fields", InboxFields.of(search, systems.departments()));
        if (search.problems().isEmpty()) {
            show(view, asked, search, reader);
        } else {
            view.addObject("stretches", List.of());
            view.setStatus(HttpStatusCode.valueOf(Refusal.Kind.INVALID.status()));
        }
        return view;
    }

    private void show(ModelAndView view, InboxAsked asked, InboxSearch search, Person reader) {
        var page = waiting.matching(reader, search.filter(), search.order(), asked.place(), PAGE);
        InboxNames names = InboxNames.of(page.decisions(), people, systems);
        List<InboxRow> rows = page.decisions().stream()
                .map(decision -> InboxRow.of(decision, reader, names))
                .toList();
        view.addObject(
                "stretches", search.order() == InboxOrder.YOURS ? InboxGroup.of(rows) : InboxGroup.inOrder(rows));
        view.addObject("total", page.total());
        view.addObject("leads", reader.has(Role.DIRECTOR) || reader.has(Role.VP));
        view.addObject("mayClaim", rows.stream().anyMatch(InboxRow::mayTake));
        view.addObject(
                "next",
                page.ends()
                        .map(InboxPlace::toString)
                        .map(place -> NextPage.path("after", place))
                        .orElse(null));
    }
}
