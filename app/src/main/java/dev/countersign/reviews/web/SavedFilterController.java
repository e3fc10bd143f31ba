package dev.countersign.reviews.web;

import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.reviews.SavedFilters;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** Keeps a search of the inbox under a name, and forgets it. */
@Controller
@AllowedTo({Role.REVIEWER, Role.DIRECTOR, Role.VP})
class SavedFilterController {

    private final SavedFilters filters;
    private final InboxReading searches;

    SavedFilterController(SavedFilters filters, InboxReading searches) {
        this.filters = filters;
        this.searches = searches;
    }

    @PostMapping("/reviews/filters")
    RedirectView save(
            @RequestParam(defaultValue = "") String name,
            @ModelAttribute InboxAsked asked,
            Person person,
            RedirectAttributes flash) {
        InboxSearch search = searches.read(asked, person);
        String kept = filters.save(person, name, search.problems().isEmpty() ? search.query() : "");
        flash.addFlashAttribute("said", "Saved as “%s”. You find it above the list.".formatted(kept));
        return search.page();
    }

    @PostMapping("/reviews/filters/{id}/deletion")
    String delete(@PathVariable long id, Person person, RedirectAttributes flash) {
        filters.delete(person, id);
        flash.addFlashAttribute("said", "The filter is deleted.");
        return "redirect:/reviews";
    }
}
