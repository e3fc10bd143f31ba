package dev.countersign.policy.web;

import dev.countersign.forms.FormView;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.sheets.Sheet;
import dev.countersign.journal.Stories;
import dev.countersign.policy.Addenda;
import dev.countersign.policy.Addendum;
import dev.countersign.policy.Amendment;
import dev.countersign.policy.Choice;
import dev.countersign.policy.Decision;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Permission.Denied;
import dev.countersign.refusals.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Everything on the page of one addendum: where it stands, what the reader may do about it, and its story. */
@Component
class AddendumPage {

    static final String FORM = "approve-addendum";
    static final String AMENDMENT_FORM = "approve-amendment";
    static final String CHOICE_FORM = "decide-addendum";

    private final Addenda addenda;
    private final Stories stories;
    private final LeaderNames names;
    private final Clock clock;

    AddendumPage(Addenda addenda, Stories stories, LeaderNames names, Clock clock) {
        this.addenda = addenda;
        this.stories = stories;
        this.names = names;
        this.clock = clock;
    }

    /** The page with that form on it, if the reader may still fill it in; read anew when it is shown. */
    Sheet asking(Addendum addendum, String form, Person reader) {
        return Sheet.on(form, (view, model) -> show(addenda.get(addendum.id()), reader, view, model))
                .placing("policy.end-out-of-range", "newEndsOn");
    }

    /** The form that the reader may fill in, or else the one that nobody is shown. */
    String asks(Addendum addendum, Person reader) {
        if (mayAnswer(addendum, reader)) {
            return addendum.amendment().isPresent() ? AMENDMENT_FORM : FORM;
        }
        return CHOICE_FORM;
    }

    private boolean mayAnswer(Addendum addendum, Person reader) {
        return toAnswer(addendum, reader).granted();
    }

    private String show(Addendum addendum, Person reader, FormView form, Model model) {
        Instant now = clock.instant();
        Function<PersonId, String> name = names.of(people(addendum));
        model.addAttribute("addendum", addendum);
        model.addAttribute("row", AddendumRow.of(addendum, now, name));
        model.addAttribute(
                "decider", addendum.decision().map(Decision::by).map(name).orElse(null));
        model.addAttribute(
                "amender",
                addendum.amendment().map(Amendment::proposedBy).map(name).orElse(null));
        model.addAttribute("scope", addendum.scope());
        model.addAttribute(
                "reported",
                addendum.startsAt().filter(start -> start.isBefore(now)).isPresent());
        model.addAttribute(
                "seconder",
                addendum.amendment()
                        .flatMap(Amendment::approval)
                        .map(Decision::by)
                        .map(name)
                        .orElse(null));
        model.addAttribute(
                "chooser", addendum.choice().map(Choice::by).map(name).orElse(null));
        boolean choosing =
                !mayAnswer(addendum, reader) && toChoose(addendum, reader).granted();
        model.addAttribute("choosing", choosing);
        model.addAttribute("mayAmend", addendum.toAmend(reader, now).granted());
        if (choosing || mayAnswer(addendum, reader)) {
            model.addAttribute("form", form);
        } else {
            model.addAttribute("formless", true);
        }
        model.addAttribute("why", why(addendum, reader).orElse(null));
        model.addAttribute("story", stories.of(addendum.id().stream()));
        return "policy/addendum";
    }

    /** What the one who sends a form may do with it: answer the amendment it names, or else the addendum itself. */
    Permission toAnswer(Addendum addendum, Optional<Integer> amendment, Person leader) {
        Instant now = clock.instant();
        return amendment.isPresent() ? addendum.toDecideAmendment(leader, now) : addendum.toDecide(leader, now);
    }

    /** Told only where an answer is awaited, for everybody would like to know from whom. */
    private Optional<Refusal> why(Addendum addendum, Person reader) {
        boolean awaited = addendum.decision().isEmpty() || addendum.amendment().isPresent();
        return awaited && toAnswer(addendum, reader) instanceof Denied(Refusal refusal)
                ? Optional.of(refusal)
                : Optional.empty();
    }

    private Permission toAnswer(Addendum addendum, Person reader) {
        Instant now = clock.instant();
        return addendum.decision().isEmpty() ? addendum.toDecide(reader, now) : addendum.toDecideAmendment(reader, now);
    }

    Permission toChoose(Addendum addendum, Person reader) {
        return addendum.toChoose(reader, clock.instant());
    }

    private static List<PersonId> people(Addendum addendum) {
        return Stream.of(
                        Stream.of(addendum.proposedBy()),
                        addendum.decision().map(Decision::by).stream(),
                        addendum.amendment().map(Amendment::proposedBy).stream(),
                        addendum.amendment().flatMap(Amendment::approval).map(Decision::by).stream(),
                        addendum.choice().map(Choice::by).stream())
                .flatMap(people -> people)
                .distinct()
                .toList();
    }
}
