package dev.countersign.identity.web;

import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.OwnSession;
import dev.countersign.identity.OwnSessions;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.SecurityEvent.Kind;
import dev.countersign.refusals.Refusal;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own sessions: where one is logged in, and the end of one of them. */
@Controller
@AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.AUDITOR, Role.SYSTEM_OWNER})
class SessionController {

    private static final String PAGE = "/identity/sessions";

    private final OwnSessions sessions;
    private final LogInEnd provider;
    private final SecurityLog log;

    SessionController(OwnSessions sessions, LogInEnd provider, SecurityLog log) {
        this.sessions = sessions;
        this.provider = provider;
        this.log = log;
    }

    @GetMapping(PAGE)
    String list(Person reader, HttpSession session, Model model) {
        model.addAttribute("sessions", sessions.of(reader.id(), session.getId()));
        return "identity/sessions";
    }

    /** This one ends by logging out, which says so at the identity provider as well. */
    @PostMapping(PAGE + "/{id}/end")
    String end(@PathVariable UUID id, Person owner, HttpSession session, RedirectAttributes flash) {
        String ended = sessions.find(id, owner.id()).orElseThrow(SessionController::gone);
        if (ended.equals(session.getId())) {
            throw Refusal.conflict("identity.own-session")
                    .cannot("end this session here")
                    .because("it is the one you are using")
                    .instead("Log out at the top of any page.");
        }
        flash.addFlashAttribute(
                "said",
                endEverywhere(id, ended, session)
                        ? "It has ended. That browser has to log in with its password again."
                        : "It has ended here. That browser may be let in again without a password, as long as it is"
                                + " logged in at the identity provider.");
        return "redirect:" + PAGE;
    }

    /** All but this one. */
    @PostMapping(PAGE + "/others/end")
    String endOthers(Person owner, HttpSession session, RedirectAttributes flash) {
        List<UUID> others = sessions.of(owner.id(), session.getId()).stream()
                .filter(one -> !one.current())
                .map(OwnSession::id)
                .toList();
        boolean everywhere = others.stream()
                .map(id -> sessions.find(id, owner.id())
                        .map(ended -> endEverywhere(id, ended, session))
                        .orElse(true))
                .reduce(true, Boolean::logicalAnd);
        flash.addFlashAttribute("said", ended(others.size(), everywhere));
        return "redirect:" + PAGE;
    }

    /** Whether the identity provider ended it, too. */
    private boolean endEverywhere(UUID id, String ended, HttpSession session) {
        boolean shared = sessions.share(ended, session.getId());
        var token = provider.token(ended);
        sessions.end(ended);
        log.write(Kind.SESSION_ENDED, id.toString());
        return !shared && token.filter(provider::end).isPresent();
    }

    private static String ended(int count, boolean everywhere) {
        if (count == 0) {
            return "You are logged in nowhere else.";
        }
        String browsers = count == 1 ? "one other browser" : count + " other browsers";
        return everywhere
                ? "You are logged out in %s. Each has to log in with its password again.".formatted(browsers)
                : "You are logged out in %s. As long as one is logged in at the identity provider, it may be let in again without a password."
                        .formatted(browsers);
    }

    private static Refusal gone() {
        return Refusal.notFound("identity.unknown-session")
                .cannot("end this session")
                .because("it has already ended, or is not yours")
                .instead("Look at the list of your sessions. It shows those that are open now.");
    }
}
