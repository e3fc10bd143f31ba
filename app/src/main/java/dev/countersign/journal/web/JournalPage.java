package dev.countersign.journal.web;

import dev.countersign.forms.Chosen;
import dev.countersign.forms.NextPage;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Role;
import dev.countersign.journal.Actors;
import dev.countersign.journal.Cursor;
import dev.countersign.journal.Entry;
import dev.countersign.journal.History;
import dev.countersign.journal.Page;
import dev.countersign.journal.Search;
import dev.countersign.journal.Titles;
import dev.countersign.refusals.Refusal;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Lets auditors and leaders browse the record by who, what, subject, system and time. */
@Controller
@AllowedTo({Role.AUDITOR, Role.VP, Role.DIRECTOR})
class JournalPage {

    private static final int SIZE = 50;
    private static final int OFFERED = 1000;

    private final History history;
    private final Actors actors;
    private final List<Titles> titles;

    JournalPage(History history, Actors actors, List<Titles> titles) {
        this.history = history;
        this.actors = actors;
        this.titles = titles;
    }

    @GetMapping("/journal")
    ModelAndView browse(
            @ModelAttribute("filter") Filter filter, @RequestParam(required = false) @Nullable String before) {
        List<String> kinds = history.kinds();
        Chosen.among("a kind of entry", filter.kinds(), kinds, kind -> kind);
        Set<String> who = actors.meant(filter.people());
        boolean understood = filter.problems().isEmpty();
        Page page = understood ? search(filter.search(who), before) : new Page(List.of(), Optional.empty());
        ModelAndView view = new ModelAndView("journal/journal");
        view.addObject("days", days(page, filter.clocks()));
        view.addObject(
                "older",
                page.older().map(older -> NextPage.path("before", older.text())).orElse(null));
        view.addObject("kinds", kinds);
        view.addObject(
                "people", actors.names(history.actors().stream().limit(OFFERED).toList()));
        if (!understood) {
            view.setStatus(HttpStatusCode.valueOf(Refusal.Kind.INVALID.status()));
        }
        return view;
    }

    private List<Day> days(Page page, ZoneId clocks) {
        List<Entry> entries = page.entries();
        Map<String, String> names =
                actors.names(entries.stream().map(Entry::actor).toList());
        Set<String> streams = entries.stream().map(Entry::stream).collect(Collectors.toSet());
        Map<String, String> called = new HashMap<>();
        titles.forEach(module -> called.putAll(module.of(streams)));
        List<Line> lines = entries.stream()
                .map(entry -> new Line(entry, names.getOrDefault(entry.actor(), entry.actor())))
                .toList();
        return Day.of(lines, called, clocks);
    }

    private Page search(Search search, @Nullable String before) {
        return before == null ? history.search(search, SIZE) : history.search(search, Cursor.of(before), SIZE);
    }
}
