package dev.countersign.desk.web;

import dev.countersign.desk.Finder;
import dev.countersign.desk.Found;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Leads anywhere by a few letters: a page of its own, and what the palette of every page shows. */
@Controller
@AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.AUDITOR, Role.SYSTEM_OWNER})
class FindController {

    private static final List<Deed> DEEDS = List.of(
            new Deed("New change", "/changes/new", "c", List.of(Role.ENGINEER)),
            new Deed("My changes", "/changes?mine=true", "", List.of(Role.ENGINEER)),
            new Deed("Say when I am away", "/reviews/absences/new", "", List.of(Role.REVIEWER, Role.DIRECTOR, Role.VP)),
            new Deed("Look through incidents", "/registry/incidents", "", List.of(Role.values())),
            new Deed("My settings and keys", "/identity/settings", "?", List.of(Role.values())),
            new Deed("My sessions", "/identity/sessions", "", List.of(Role.values())));

    private final Finder finder;

    FindController(Finder finder) {
        this.finder = finder;
    }

    @GetMapping("/find")
    String find(
            @RequestParam(defaultValue = "") String text,
            Person reader,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model) {
        Found found = finder.find(text, reader);
        model.addAttribute("found", found);
        model.addAttribute(
                "deeds",
                DEEDS.stream()
                        .filter(deed -> deed.isFor(reader) && deed.isCalled(found.text()))
                        .toList());
        return part == null ? "desk/find" : "desk/find :: palette";
    }

    /** Something to do, and where. */
    public record Deed(String words, String path, String key, List<Role> roles) {

        boolean isFor(Person reader) {
            return roles.stream().anyMatch(reader::has);
        }

        boolean isCalled(String text) {
            return words.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
        }
    }
}
