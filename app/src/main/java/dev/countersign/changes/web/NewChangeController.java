package dev.countersign.changes.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePermissions;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Drafts;
import dev.countersign.forms.Answers;
import dev.countersign.forms.FormSchema;
import dev.countersign.forms.Forms;
import dev.countersign.forms.Offers;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.Salvaged;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Opens the form of a new change: blank, from an earlier one, or as somebody had typed it and not sent. */
@Controller
@AllowedTo(Role.ENGINEER)
class NewChangeController {

    private final FormSchema schema;
    private final ChangeOffers offers;
    private final Beginnings beginnings;
    private final Drafts drafts;
    private final Changes changes;
    private final ChangePermissions permissions;
    private final UnsentChanges unsent;
    private final Forecasts forecasts;

    NewChangeController(
            Forms forms,
            ChangeOffers offers,
            Beginnings beginnings,
            Drafts drafts,
            Changes changes,
            ChangePermissions permissions,
            UnsentChanges unsent,
            Forecasts forecasts) {
        this.schema = forms.get(ChangeRequest.FORM);
        this.offers = offers;
        this.beginnings = beginnings;
        this.drafts = drafts;
        this.changes = changes;
        this.permissions = permissions;
        this.unsent = unsent;
        this.forecasts = forecasts;
    }

    @GetMapping("/changes/new")
    String blank(Person author, Salvaged salvaged, Model model) {
        drafts.mayWrite(author).demand();
        Salvaged typed = unsent.restored(author, UnsentChanges.NEW, salvaged, model);
        Offers choices = offers.forAuthor(author.id());
        if (!typed.isEmpty()) {
            return forecasts.typed(schema, typed, choices, author, model);
        }
        model.addAttribute("beginnings", beginnings.lastOf(author));
        return WritingPage.form(schema.blank(choices), model);
    }

    /**
     * What they had typed and not sent comes first: a copy must not cost it.
     *
     * @param from the change that is copied
     */
    @GetMapping(path = "/changes/new", params = "from")
    String copy(@RequestParam String from, Person author, Salvaged salvaged, Model model) {
        drafts.mayWrite(author).demand();
        Change source = changes.get(new ChangeId(from));
        permissions.toRead(source, author).demand();
        model.addAttribute("source", source);
        Salvaged typed = unsent.restored(author, UnsentChanges.NEW, salvaged, model);
        Offers choices = offers.forAuthor(author.id());
        if (!typed.isEmpty()) {
            return forecasts.typed(schema, typed, choices, author, model);
        }
        Optional<Answers> copied = beginnings.from(source, author, schema, choices);
        model.addAttribute("copied", copied.isPresent());
        return copied.map(answers -> forecasts.filled(schema, answers, choices, author, model))
                .orElseGet(() -> WritingPage.form(schema.blank(choices), model));
    }
}
