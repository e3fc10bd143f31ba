package dev.countersign.changes.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangePermissions;
import dev.countersign.changes.Changes;
import dev.countersign.forms.FormSchema;
import dev.countersign.forms.Forms;
import dev.countersign.forms.Offers;
import dev.countersign.identity.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What stands beside the form of a change, drawn anew while somebody types into it. */
@Component
class LiveCard {

    private static final String NOTHING = "changes/forecast :: nothing";

    private final FormSchema schema;
    private final ChangeOffers offers;
    private final Changes changes;
    private final ChangePermissions permissions;
    private final Forecasts forecasts;

    LiveCard(Forms forms, ChangeOffers offers, Changes changes, ChangePermissions permissions, Forecasts forecasts) {
        this.schema = forms.get(ChangeRequest.FORM);
        this.offers = offers;
        this.changes = changes;
        this.permissions = permissions;
        this.forecasts = forecasts;
    }

    /** Empty for a change that its reader may not write any more: what stands there stays. */
    String of(String page, Map<String, List<String>> typed, Person author, Model model) {
        Optional<Change> change = UnsentChanges.change(page).map(changes::get);
        if (change.isPresent() && !permissions.toWrite(change.get(), author).granted()) {
            return NOTHING;
        }
        change.ifPresent(one -> model.addAttribute("change", one));
        Offers choices = change.map(offers::about).orElseGet(() -> offers.forAuthor(author.id()));
        Map<String, List<String>> soFar = new LinkedHashMap<>(typed);
        soFar.put("_refresh", List.of("live"));
        forecasts.show(schema.read(soFar, choices).answers(), author, model);
        model.addAttribute("path", page);
        return "changes/forecast :: card(forecast=${forecast},path=${path})";
    }
}
