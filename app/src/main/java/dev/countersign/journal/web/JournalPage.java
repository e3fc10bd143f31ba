package dev.countersign.journal.web;

import dev.countersign.forms.Chosen;
import dev.countersign.forms.NextPage;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Role;
import dev.countersign.journal.Actors;
import dev.countersign.journal.Cursor;
import dev.countersign.journal.History;
import dev.countersign.journal.Page;
import dev.countersign.journal.Search;
import dev.countersign.refusals.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    JournalPage(History history, Actors actors) {
        this.history = history;
        this.actors = actors;
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
        view.addObject("lines", Line.of(page, actors));
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

    private Page search(Search search, @Nullable String before) {
        return before == null ? history.search(search, SIZE) : history.search(search, Cursor.of(before), SIZE);
    }
}
