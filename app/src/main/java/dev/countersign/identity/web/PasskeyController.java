package dev.countersign.identity.web;

import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Passkey;
import dev.countersign.identity.PasskeyOffer;
import dev.countersign.identity.Passkeys;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.Salvaged;
import dev.countersign.refusals.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A leader's own passkeys: see them, begin to enrol one, take one away, report one lost. */
@Controller
@AllowedTo({Role.DIRECTOR, Role.VP})
class PasskeyController {

    static final String PAGE = "/identity/passkeys";

    private final Passkeys passkeys;
    private final Clock clock;

    PasskeyController(Passkeys passkeys, Clock clock) {
        this.passkeys = passkeys;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    String list(Person owner, Salvaged salvaged, Model model) {
        return page(
                owner,
                salvaged.parameters().getFirst("label"),
                salvaged.parameters().getFirst("_lost"),
                model);
    }

    private String page(Person owner, @Nullable String label, @Nullable String lost, Model model) {
        Instant now = clock.instant();
        List<Passkey> all = passkeys.of(owner);
        model.addAttribute(
                "passkeys", all.stream().filter(key -> key.isInForce(now)).toList());
        model.addAttribute(
                "gone", all.stream().filter(key -> !key.isInForce(now)).toList());
        model.addAttribute("label", Objects.requireNonNullElse(label, ""));
        model.addAttribute("wait", "%d hours".formatted(passkeys.waitingTime().toHours()));
        model.addAttribute("lost", lost);
        return "identity/passkeys";
    }

    @PostMapping(PAGE)
    String offer(
            @RequestParam(defaultValue = "") String label, Person owner, Model model, HttpServletResponse response) {
        try {
            PasskeyOffer offer = passkeys.offer(owner, label);
            return "redirect:" + PAGE + "/offers/" + offer.id();
        } catch (Refusal refusal) {
            model.addAttribute("refused", refusal);
            response.setStatus(refusal.status());
            return page(owner, label, null, model);
        }
    }

    @PostMapping(PAGE + "/{id}/removal")
    String remove(@PathVariable UUID id, Person owner, RedirectAttributes flash) {
        return attempt(
                "It is removed. No decision can be signed with it any more.", flash, () -> passkeys.remove(id, owner));
    }

    @PostMapping(PAGE + "/{id}/loss")
    String reportLost(@PathVariable UUID id, Person owner, RedirectAttributes flash) {
        return attempt(
                "It is reported lost, and will be removed when the waiting time is over.",
                flash,
                () -> passkeys.reportLost(id, owner));
    }

    @PostMapping(PAGE + "/{id}/stay")
    String keep(@PathVariable UUID id, Person owner, RedirectAttributes flash) {
        return attempt("It stays.", flash, () -> passkeys.keep(id, owner));
    }

    private static String attempt(String done, RedirectAttributes flash, Runnable deed) {
        deed.run();
        flash.addFlashAttribute("said", done);
        return "redirect:" + PAGE;
    }
}
