package dev.countersign.changes.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePanels;
import dev.countersign.changes.ChangePermissions;
import dev.countersign.changes.Changes;
import dev.countersign.changes.DocumentField;
import dev.countersign.changes.Drafts;
import dev.countersign.changes.Editing;
import dev.countersign.changes.Status;
import dev.countersign.forms.Answers;
import dev.countersign.forms.FormSchema;
import dev.countersign.forms.Forms;
import dev.countersign.forms.Offers;
import dev.countersign.forms.Reading;
import dev.countersign.forms.Wish;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.FormNumber;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.Salvaged;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Permission.Denied;
import dev.countersign.refusals.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes the form in which a change is written: kept as a draft, submitted, or amended after findings. */
@Controller
@AllowedTo(Role.ENGINEER)
class ChangeWritingController {

    private final FormSchema schema;
    private final ChangeOffers offers;
    private final ChangeDesk desk;
    private final Drafts drafts;
    private final Changes changes;
    private final ChangePermissions permissions;
    private final ChangePanels panels;
    private final UnsentChanges unsent;
    private final Presses presses;
    private final Forecasts forecasts;

    ChangeWritingController(
            Forms forms,
            ChangeOffers offers,
            ChangeDesk desk,
            Drafts drafts,
            Changes changes,
            ChangePermissions permissions,
            ChangePanels panels,
            UnsentChanges unsent,
            Presses presses,
            Forecasts forecasts) {
        this.schema = forms.get(ChangeRequest.FORM);
        this.offers = offers;
        this.desk = desk;
        this.drafts = drafts;
        this.changes = changes;
        this.permissions = permissions;
        this.panels = panels;
        this.unsent = unsent;
        this.presses = presses;
        this.forecasts = forecasts;
    }

    /**
     * Takes a form that was opened blank.
     *
     * @param number the same form sent twice begins one change
     */
    @PostMapping("/changes/new")
    String begin(
            Person author,
            FormNumber number,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        drafts.mayWrite(author).demand();
        unsent.keep(author, UnsentChanges.NEW, typed);
        WritingPage page = new WritingPage(forecasts, author, model, response, flash);
        Offers choices = offers.forAuthor(author.id());
        Reading reading = schema.read(presses.in(typed, schema, choices, Optional.empty()), choices);
        if (reading.isUnfinished()) {
            return page.again(reading);
        }
        Answers answers = reading.answers();
        Change begun = changes.get(drafts.begin(author, answers.text("title"), desk.json(answers), number.value()));
        String next = begun.version() > 1 ? late(begun, reading, page) : keep(begun, author, reading, page);
        return done(next, author, UnsentChanges.NEW);
    }

    @GetMapping("/changes/{id}/edit")
    String edit(@PathVariable String id, Person author, Salvaged salvaged, Model model) {
        Change change = changes.get(new ChangeId(id));
        permissions.toWrite(change, author).demand();
        about(change, author, model);
        Salvaged typed = unsent.restored(author, UnsentChanges.page(change.id()), salvaged, model);
        if (UnsentChanges.isOvertaken(typed, change)) {
            model.addAttribute("warned", WritingPage.OVERTAKEN);
        }
        Offers choices = offers.about(change);
        return typed.isEmpty()
                ? forecasts.filled(schema, desk.answers(change, schema), choices, author, model)
                : forecasts.typed(schema, typed, choices, author, model);
    }

    @PostMapping("/changes/{id}/edit")
    String write(
            @PathVariable String id,
            Person author,
            @RequestParam("_version") long version,
            @RequestParam(name = "_void", defaultValue = "false") boolean mayVoid,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Change change = changes.get(new ChangeId(id));
        Permission permission = permissions.toWrite(change, author);
        permission.demandRight();
        String form = UnsentChanges.page(change.id());
        unsent.keep(author, form, typed);
        WritingPage page = new WritingPage(forecasts, author, about(change, author, model), response, flash);
        Offers choices = offers.about(change);
        Reading reading = schema.read(
                presses.in(typed, schema, choices, Optional.of(change)), choices, desk.answers(change, schema));
        if (permission instanceof Denied(Refusal refusal)) {
            return done(late(change, reading, refusal, page), author, form);
        }
        if (reading.isUnfinished()) {
            return page.again(reading);
        }
        if (change.version() != version) {
            return done(late(change, reading, page), author, form);
        }
        List<DocumentField> voiding = reading.wish() == Wish.SEND ? desk.voiding(change, reading.answers()) : List.of();
        return voiding.isEmpty() || mayVoid
                ? done(keep(change, author, reading, page), author, form)
                : page.askBeforeVoiding(reading, voiding);
    }

    /** What led on to another page is sent; what comes back as a form is kept. */
    private String done(String next, Person author, String form) {
        if (next.startsWith("redirect:")) {
            unsent.forget(author, form);
        }
        return next;
    }

    private Model about(Change change, Person author, Model model) {
        if (change.status().canBeEdited()) {
            model.addAttribute("wording", DocumentField.labels(DocumentField.wording()));
            model.addAttribute("likeness", Editing.RULE);
        }
        return model.addAttribute("change", change)
                .addAttribute(
                        "parts", change.status() == Status.NEEDS_WORK ? panels.findings(change, author) : List.of());
    }

    /** The change has moved on since its form was opened: it was sent twice, or from an old tab. */
    private String late(Change change, Reading reading, WritingPage page) {
        if (desk.isKept(change, reading)) {
            return page.kept(change.id());
        }
        return desk.isHandedIn(change, reading) ? page.submitted(change) : page.stale(reading, change);
    }

    /** The text that its reviewers or checks sent back is no other if it is handed in as it was. */
    private String late(Change change, Reading reading, Refusal refusal, WritingPage page) {
        return change.status() != Status.NEEDS_WORK && desk.isHandedIn(change, reading)
                ? page.submitted(change)
                : page.refused(reading, change, refusal);
    }

    /** What is refused here was typed with care: the form comes back with it and with the reason. */
    private String keep(Change change, Person author, Reading reading, WritingPage page) {
        try {
            if (reading.wish() == Wish.DRAFT) {
                desk.keep(change, author, reading.answers());
                return page.kept(change.id());
            }
            return page.submitted(desk.handIn(change, author, reading.answers()));
        } catch (Refusal refusal) {
            Change now = changes.get(change.id());
            return desk.isKept(now, reading) ? page.kept(now.id()) : late(now, reading, refusal, page);
        }
    }
}
