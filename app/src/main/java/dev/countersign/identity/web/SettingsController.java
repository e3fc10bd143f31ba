package dev.countersign.identity.web;

import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.web.ReaderSettings.Theme;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own page: how pages look, which keys they answer, and the way to what else is one's own. */
@Controller
@AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.AUDITOR, Role.SYSTEM_OWNER})
class SettingsController {

    private static final String PAGE = "/identity/settings";

    @GetMapping(PAGE)
    String show(Person reader, HttpServletRequest request, Model model) {
        model.addAttribute("settings", ReaderSettings.of(request));
        model.addAttribute("themes", Theme.values());
        model.addAttribute("isLeader", reader.has(Role.DIRECTOR) || reader.has(Role.VP));
        model.addAttribute("mayBeAway", reader.has(Role.REVIEWER) || reader.has(Role.DIRECTOR) || reader.has(Role.VP));
        return "identity/settings";
    }

    @PostMapping(PAGE)
    String keep(
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "false") boolean keys,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        new ReaderSettings(Theme.named(theme), keys).keep(request, response);
        flash.addFlashAttribute("said", "Your settings are kept in this browser.");
        return "redirect:" + PAGE;
    }
}
