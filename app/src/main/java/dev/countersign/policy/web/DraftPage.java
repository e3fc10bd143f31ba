package dev.countersign.policy.web;

import dev.countersign.forms.FormView;
import dev.countersign.forms.Forms;
import dev.countersign.forms.Offers;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Signature;
import dev.countersign.identity.Signatures;
import dev.countersign.identity.sheets.Sheet;
import dev.countersign.journal.Stories;
import dev.countersign.policy.DraftState;
import dev.countersign.policy.Edition;
import dev.countersign.policy.EditionDecisions;
import dev.countersign.policy.PolicyDraft;
import dev.countersign.policy.PolicyDrafts;
import dev.countersign.policy.TableDifference;
import dev.countersign.refusals.Permission.Denied;
import dev.countersign.refusals.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Everything on the page of one draft: where it stands, what it would change, what leaders said, and its table. */
@Component
class DraftPage {

    private static final String FORM = "approve-edition";
    private static final String WITHDRAWAL_FORM = "withdraw-edition";

    /** One leader's decision as it is read. */
    record Vote(
            String person,
            boolean approved,
            String words,
            Instant at,
            @Nullable Signature signature) {}

    /** What one leader said against it after that. */
    record Leaving(String person, String reason, Instant at) {}

    private final PolicyDrafts drafts;
    private final DraftRow.Describing describing;
    private final LeaderNames names;
    private final Stories stories;
    private final Signatures signatures;
    private final Forms forms;
    private final Clock clock;

    DraftPage(
            PolicyDrafts drafts,
            DraftRow.Describing describing,
            LeaderNames names,
            Stories stories,
            Signatures signatures,
            Forms forms,
            Clock clock) {
        this.drafts = drafts;
        this.describing = describing;
        this.names = names;
        this.stories = stories;
        this.signatures = signatures;
        this.forms = forms;
        this.clock = clock;
    }

    /** With the form on which a leader says yes or no; read anew when it is shown. */
    Sheet deciding(PolicyDraft draft, Person reader) {
        return Sheet.on(
                FORM, (form, model) -> show(drafts.get(draft.id()), reader, form, blank(WITHDRAWAL_FORM), model));
    }

    /** With the form on which a leader takes it back. */
    Sheet withdrawing(PolicyDraft draft, Person reader) {
        return Sheet.on(
                WITHDRAWAL_FORM, (form, model) -> show(drafts.get(draft.id()), reader, blank(FORM), form, model));
    }

    private FormView blank(String form) {
        return forms.get(form).blank(Offers.NONE);
    }

    private String show(PolicyDraft draft, Person reader, FormView decision, FormView withdrawal, Model model) {
        Function<PersonId, String> name = names.of(people(draft));
        model.addAttribute("draft", draft);
        model.addAttribute("row", describing.rows(List.of(draft)).getFirst());
        model.addAttribute("edition", draft.edition().orElse(null));
        model.addAttribute(
                "proposer", draft.edition().map(Edition::proposedBy).map(name).orElse(null));
        model.addAttribute(
                "votes",
                draft.edition().stream()
                        .flatMap(edition -> votes(draft, edition, name))
                        .toList());
        model.addAttribute(
                "leaving",
                draft.edition().map(Edition::withdrawals).orElse(List.of()).stream()
                        .map(one -> new Leaving(name.apply(one.by()), one.reason(), one.at()))
                        .toList());
        model.addAttribute(
                "mayWithdraw", draft.toWithdraw(reader, clock.instant()).granted());
        model.addAttribute("withdrawal", withdrawal);
        model.addAttribute("mayEdit", draft.toEdit(reader).granted());
        model.addAttribute("mayDiscard", draft.toDiscard(reader).granted());
        model.addAttribute("form", draft.toDecide(reader).granted() ? decision : null);
        if (!draft.toDecide(reader).granted()
                && !draft.toWithdraw(reader, clock.instant()).granted()) {
            model.addAttribute("formless", true);
        }
        model.addAttribute("why", why(draft, reader).orElse(null));
        model.addAttribute("difference", TableDifference.between(drafts.inForce(), drafts.table(draft)));
        model.addAttribute("matrix", Matrix.of(drafts.table(draft)));
        model.addAttribute("story", stories.of(draft.id().stream()));
        return "policy/draft";
    }

    /** Told only where decisions are awaited, for everybody would like to know from whom. */
    private static Optional<Refusal> why(PolicyDraft draft, Person reader) {
        return draft.state() == DraftState.PROPOSED && draft.toDecide(reader) instanceof Denied(Refusal refusal)
                ? Optional.of(refusal)
                : Optional.empty();
    }

    private Stream<Vote> votes(PolicyDraft draft, Edition edition, Function<PersonId, String> name) {
        Map<PersonId, Signature> signed = signatures.on(EditionDecisions.matter(draft.id(), edition.round()));
        return edition.votes().stream()
                .map(vote -> new Vote(
                        name.apply(vote.by()), vote.approved(), vote.words(), vote.at(), signed.get(vote.by())));
    }

    private static List<PersonId> people(PolicyDraft draft) {
        return Stream.concat(draft.editors().stream(), draft.leaders().stream()).toList();
    }
}
