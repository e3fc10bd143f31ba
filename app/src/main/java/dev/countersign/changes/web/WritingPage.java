package dev.countersign.changes.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.DocumentField;
import dev.countersign.changes.Revision;
import dev.countersign.forms.FormView;
import dev.countersign.forms.Reading;
import dev.countersign.forms.Wish;
import dev.countersign.identity.Person;
import dev.countersign.refusals.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The answer to a sent form: on to the next page, or the same form again with all that was typed. */
record WritingPage(
        Forecasts forecasts, Person author, Model model, HttpServletResponse response, RedirectAttributes flash) {

    static final String OVERTAKEN =
            "This change was saved in another tab or by a co-author while you were typing. Nothing of yours was saved yet: "
                    + "it stands below. Compare it with the other tab and send it again to keep yours.";

    String kept(ChangeId id) {
        flash.addFlashAttribute("said", "Your draft is saved. Nobody else sees it until you submit it.");
        return "redirect:/changes/%s/edit".formatted(id);
    }

    String submitted(Change change) {
        Revision revision = change.revision();
        flash.addFlashAttribute(
                "said",
                revision.isReworded()
                        ? "Revision %d is submitted. It only rewords the text, so earlier decisions still count."
                                .formatted(revision.number())
                        : "Revision %d is submitted.".formatted(revision.number()));
        return "redirect:/changes/" + change.id();
    }

    /** Voiding what others decided is worth a second press. */
    String askBeforeVoiding(Reading reading, List<DocumentField> voiding) {
        model.addAttribute("voiding", DocumentField.labels(voiding));
        model.addAttribute(
                "beyond",
                DocumentField.labels(
                        voiding.stream().filter(field -> !field.isMaterial()).toList()));
        return form(reading);
    }

    String again(Reading reading) {
        if (reading.wish() != Wish.EDIT) {
            response.setStatus(Refusal.Kind.INVALID.status());
        }
        return form(reading);
    }

    String refused(Reading reading, Change change, Refusal refusal) {
        model.addAttribute("refused", refusal);
        return shown(refusal.kind(), reading, change);
    }

    String stale(Reading reading, Change change) {
        model.addAttribute("warned", OVERTAKEN);
        return shown(Refusal.Kind.CONFLICT, reading, change);
    }

    private String shown(Refusal.Kind why, Reading reading, Change change) {
        model.addAttribute("change", change);
        response.setStatus(why.status());
        return form(reading);
    }

    private String form(Reading reading) {
        forecasts.show(reading.answers(), author, model);
        return form(reading.view(), model);
    }

    static String form(FormView form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("title", title((Change) model.getAttribute("change")));
        return "changes/write";
    }

    private static String title(@Nullable Change change) {
        if (change == null) {
            return "New change";
        }
        return switch (change.status()) {
                    case DRAFT -> "Draft ";
                    case IN_REVIEW, SIGN_OFF, ESCALATED, APPROVED -> "Edit ";
                    case NEEDS_WORK, CHECKING, BAKING, OUTCOME, CLOSED, REJECTED, WITHDRAWN, EXPIRED, ROLLED_BACK ->
                        "Amend ";
                }
                + change.id();
    }
}
