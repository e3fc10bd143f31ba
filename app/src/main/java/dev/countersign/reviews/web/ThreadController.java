package dev.countersign.reviews.web;

import dev.countersign.changes.ChangeId;
import dev.countersign.changes.DocumentField;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.Salvaged;
import dev.countersign.refusals.Refusal;
import dev.countersign.reviews.Remarks;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows the threads about a change's text and opens new ones; auditors read. */
@Controller
@AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.AUDITOR, Role.SYSTEM_OWNER})
class ThreadController {

    private final Remarks remarks;
    private final ThreadPage page;

    ThreadController(Remarks remarks, ThreadPage page) {
        this.remarks = remarks;
        this.page = page;
    }

    @GetMapping("/reviews/threads/{id}")
    String all(
            @PathVariable String id,
            Person reader,
            @RequestParam(defaultValue = "") String field,
            @RequestParam(defaultValue = "0") int after,
            Salvaged salvaged,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        String key = Objects.requireNonNullElse(salvaged.parameters().getFirst("field"), field);
        Optional<DocumentField> about = DocumentField.named(key);
        Typed typed = Typed.salvaged(0, salvaged);
        return htmx == null
                ? page.some(id, reader, about, after, typed, model)
                : page.beside(id, reader, about, typed, model);
    }

    @GetMapping("/reviews/threads/{id}/{number}")
    String one(@PathVariable String id, @PathVariable int number, Person reader, Salvaged salvaged, Model model) {
        return page.one(id, number, reader, Typed.salvaged(number, salvaged), model);
    }

    @PostMapping("/reviews/threads/{id}")
    @AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.SYSTEM_OWNER})
    String open(
            @PathVariable String id,
            Person person,
            @RequestParam(name = "_hash", defaultValue = "") String read,
            @RequestParam(defaultValue = "") String field,
            @RequestParam(defaultValue = "") String text,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Optional<DocumentField> about = DocumentField.named(field);
        try {
            int opened = remarks.open(new ChangeId(id), person, read, about, text);
            if (htmx == null) {
                flash.addFlashAttribute("said", "Your thread is open.");
                return "redirect:/reviews/threads/%s/%d".formatted(id, opened);
            }
            model.addAttribute("said", "Your thread is open.");
            return page.beside(id, person, about, Typed.nothing(opened), model);
        } catch (Refusal refusal) {
            Typed typed = Typed.refused(0, text, refusal);
            if (htmx != null) {
                return page.beside(id, person, about, typed, model);
            }
            response.setStatus(refusal.status());
            return page.some(id, person, about, 0, typed, model);
        }
    }
}
