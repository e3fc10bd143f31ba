package dev.countersign.changes.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePermissions;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Drafts;
import dev.countersign.changes.Status;
import dev.countersign.forms.FormSchema;
import dev.countersign.forms.FormView;
import dev.countersign.forms.Forms;
import dev.countersign.forms.Reading;
import dev.countersign.forms.Wish;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.Salvaged;
import dev.countersign.refusals.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form in which a change is written: kept as a draft, submitted, or amended after findings. */
@Controller
@AllowedTo(Role.ENGINEER)
class ChangeWritingController {

    private final FormSchema schema;
    private final ChangeOffers offers;
    private final ChangeDesk desk;
    private final Drafts drafts;
    private final Changes changes;
    private final ChangePermissions permissions;

    ChangeWritingController(
            Forms forms,
            ChangeOffers offers,
            ChangeDesk desk,
            Drafts drafts,
            Changes changes,
            ChangePermissions permissions) {
        this.schema = forms.get(ChangeRequest.FORM);
        this.offers = offers;
        this.desk = desk;
        this.drafts = drafts;
        this.changes = changes;
        this.permissions = permissions;
    }

    @GetMapping("/changes/new")
    String blank(Person author, Salvaged salvaged, Model model) {
        drafts.mayWrite(author).demand();
        return form(
                salvaged.isEmpty()
                        ? schema.blank(offers.forAuthor(author))
                        : schema.read(salvaged.fields(), offers.forAuthor(author))
                                .view(),
                model);
    }

    @PostMapping("/changes/new")
    String begin(
            Person author,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        drafts.mayWrite(author).demand();
        Reading reading = schema.read(typed, offers.forAuthor(author));
        if (reading.wish() == Wish.EDIT || !reading.isFine()) {
            return again(reading, model, response);
        }
        ChangeId id = drafts.begin(author, reading.answers().text("title"), desk.json(reading.answers()));
        return reading.wish() == Wish.DRAFT ? kept(id, flash) : handIn(id, author, reading, model, response, flash);
    }

    @GetMapping("/changes/{id}/edit")
    String edit(@PathVariable String id, Person author, Salvaged salvaged, Model model) {
        Change change = writable(id, author);
        model.addAttribute("change", change);
        return form(
                salvaged.isEmpty()
                        ? schema.filled(desk.answers(change, schema), offers.forAuthor(author))
                        : schema.read(salvaged.fields(), offers.forAuthor(author))
                                .view(),
                model);
    }

    @PostMapping("/changes/{id}/edit")
    String write(
            @PathVariable String id,
            Person author,
            @RequestParam("_version") long version,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Change change = writable(id, author);
        model.addAttribute("change", change);
        Reading reading = schema.read(typed, offers.forAuthor(author));
        if (reading.wish() == Wish.EDIT || !reading.isFine()) {
            return again(reading, model, response);
        }
        if (change.version() != version) {
            return stale(reading, model, response);
        }
        if (reading.wish() == Wish.DRAFT) {
            drafts.keep(change.id(), author, version, reading.answers().text("title"), desk.json(reading.answers()));
            return kept(change.id(), flash);
        }
        return handIn(change.id(), author, reading, model, response, flash);
    }

    private Change writable(String id, Person author) {
        Change change = changes.get(new ChangeId(id));
        (change.status() == Status.DRAFT ? permissions.toSubmit(change, author) : permissions.toAmend(change, author))
                .demand();
        return change;
    }

    /** What is refused here was typed with care: the form comes back with it and with the reason. */
    private String handIn(
            ChangeId id,
            Person author,
            Reading reading,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            Change change = desk.handIn(id, author, reading.answers());
            flash.addFlashAttribute(
                    "said",
                    "Revision %d is submitted; its checks are running."
                            .formatted(change.revision().number()));
            return "redirect:/changes/" + id;
        } catch (Refusal refusal) {
            model.addAttribute("change", changes.get(id));
            model.addAttribute("refused", refusal);
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return form(reading.view(), model);
        }
    }

    private String again(Reading reading, Model model, HttpServletResponse response) {
        if (reading.wish() != Wish.EDIT) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        }
        return form(reading.view(), model);
    }

    private String stale(Reading reading, Model model, HttpServletResponse response) {
        model.addAttribute(
                "warned",
                "This change was saved in another tab or by a co-author while you were typing. Nothing of yours was saved yet: "
                        + "it stands below. Compare it with the other tab and send it again to keep yours.");
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        return form(reading.view(), model);
    }

    private static String kept(ChangeId id, RedirectAttributes flash) {
        flash.addFlashAttribute("said", "Your draft is kept. Nobody else sees it until you submit it.");
        return "redirect:/changes/%s/edit".formatted(id);
    }

    private static String form(FormView form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("title", title((Change) model.getAttribute("change")));
        return "changes/write";
    }

    private static String title(@Nullable Change change) {
        if (change == null) {
            return "New change";
        }
        return (change.status() == Status.DRAFT ? "Draft " : "Amend ") + change.id();
    }
}
