package dev.countersign.identity.web;

import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.OwnMatter;
import dev.countersign.identity.OwnSessions;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.web.ReaderSettings.Theme;
import dev.countersign.moments.DateLanguage;
import dev.countersign.moments.MomentWords;
import dev.countersign.moments.ReaderZone;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own page: how pages look and tell times, which keys they answer, and how all else stands that is one's own. */
@Controller
@AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.AUDITOR, Role.SYSTEM_OWNER})
class SettingsController {

    private static final String PAGE = "/identity/settings";

    /** A language of dates, with this moment written in it. */
    record Dates(String tag, String label, String example) {}

    private final OwnSessions sessions;
    private final ObjectProvider<OwnMatter> matters;
    private final Clock clock;

    SettingsController(OwnSessions sessions, ObjectProvider<OwnMatter> matters, Clock clock) {
        this.sessions = sessions;
        this.matters = matters;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    String show(Person reader, HttpServletRequest request, Model model) {
        model.addAttribute("settings", ReaderSettings.of(request));
        model.addAttribute("themes", Theme.values());
        model.addAttribute("device", ReaderLocale.device(request).getId());
        model.addAttribute(
                "zones",
                ReaderZone.inhabited().stream()
                        .map(ZoneId::getId)
                        .collect(Collectors.groupingBy(
                                name -> name.split("/", 2)[0], TreeMap::new, Collectors.toList())));
        model.addAttribute("dates", dates());
        model.addAttribute(
                "sessions", sessions.of(reader.id(), request.getSession().getId()));
        model.addAttribute(
                "matters",
                matters.orderedStream()
                        .flatMap(matter -> matter.of(reader).stream())
                        .toList());
        return "identity/settings";
    }

    @PostMapping(PAGE)
    String keep(
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "false") boolean keys,
            @RequestParam(defaultValue = "") String zone,
            @RequestParam(defaultValue = "") String dates,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        new ReaderSettings(
                        Theme.named(theme),
                        keys,
                        ReaderZone.named(zone),
                        DateLanguage.tagged(dates).orElse(DateLanguage.BRITISH))
                .keep(request, response);
        flash.addFlashAttribute("said", "Your settings are saved in this browser.");
        return "redirect:" + PAGE;
    }

    private List<Dates> dates() {
        return Arrays.stream(DateLanguage.values())
                .map(language -> new Dates(
                        language.tag(),
                        language.label(),
                        new MomentWords(ReaderZone.now(), language).of(clock.instant())))
                .toList();
    }
}
