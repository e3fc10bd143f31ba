package dev.countersign.changes.web;

import dev.countersign.changes.ChangeId;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.refusals.Refusal;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes what somebody types into the form of a change while they type it, and throws it away when they say so. */
@Controller
@AllowedTo(Role.ENGINEER)
class TypingController {

    private final UnsentChanges unsent;
    private final LiveCard card;

    TypingController(UnsentChanges unsent, LiveCard card) {
        this.unsent = unsent;
        this.card = card;
    }

    /** Answers with what stands beside the form, for the text as it is now. */
    @PostMapping("/changes/typing")
    String keep(
            Person author,
            @RequestParam(name = "_page", defaultValue = UnsentChanges.NEW) String page,
            @RequestParam MultiValueMap<String, String> typed,
            Model model) {
        if (!unsent.keep(author, UnsentChanges.demand(page), typed)) {
            throw Refusal.invalid("changes.too-long")
                    .cannot("save what you type")
                    .because("it is too long")
                    .instead("Shorten it, or link to a document that holds the details.");
        }
        return card.of(page, typed, author, model);
    }

    /**
     * Leads back to the form.
     *
     * @param from the change that a new one is to start from instead
     */
    @PostMapping("/changes/typing/discard")
    String discard(
            Person author,
            @RequestParam(name = "_page", defaultValue = UnsentChanges.NEW) String page,
            @RequestParam(name = "_from") Optional<String> from,
            RedirectAttributes flash) {
        unsent.forget(author, UnsentChanges.demand(page));
        flash.addFlashAttribute("said", "What you had typed is discarded.");
        return "redirect:"
                + from.map(ChangeId::new)
                        .map(source -> UnsentChanges.NEW + "?from=" + source)
                        .orElse(page);
    }
}
