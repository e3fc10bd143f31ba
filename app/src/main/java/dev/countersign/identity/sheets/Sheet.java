package dev.countersign.identity.sheets;

import dev.countersign.forms.Answers;
import dev.countersign.forms.FormView;
import dev.countersign.forms.Forms;
import dev.countersign.forms.Offers;
import dev.countersign.forms.Reading;
import dev.countersign.refusals.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.ui.Model;

/**
 * One form on its page: which form, what can be chosen on it, what is known already, and the page around it.
 *
 * @param known what stands there already; empty for something new
 * @param places the question at which a refusal is said, by the refusal's code; any other is said on top of the page
 */
public record Sheet(String form, Page page, Offers offers, Optional<Answers> known, Map<String, String> places) {

    /** Puts a form on its page: fills the model, and names the template. */
    @FunctionalInterface
    public interface Page {

        String with(FormView form, Model model);
    }

    /** On a page that asks for nothing but the form and what {@link #about} adds. */
    public static Sheet on(String template, String form) {
        return on(form, (view, model) -> {
            model.addAttribute("form", view);
            return template;
        });
    }

    public static Sheet on(String form, Page page) {
        return new Sheet(form, page, Offers.NONE, Optional.empty(), Map.of());
    }

    /** The same with something that its template shows. */
    public Sheet about(String name, Object shown) {
        return about(name, Optional.of(shown));
    }

    /** The same with something that may be missing, which its template sees as null. */
    public Sheet about(String name, Optional<?> shown) {
        return new Sheet(
                form,
                (view, model) -> page.with(view, model.addAttribute(name, shown.orElse(null))),
                offers,
                known,
                places);
    }

    public Sheet offering(Offers choices) {
        return new Sheet(form, page, choices, known, places);
    }

    /** Filled with it at first; what the form must not change is taken from it. */
    public Sheet knowing(Optional<Answers> answers) {
        return new Sheet(form, page, offers, answers, places);
    }

    /** A refusal of that code is about the answer to that question. */
    public Sheet placing(String code, String question) {
        var more = new LinkedHashMap<>(places);
        more.put(code, question);
        return new Sheet(form, page, offers, known, Map.copyOf(more));
    }

    FormView shown(Forms forms, Map<String, List<String>> salvaged) {
        return forms.get(form).shown(salvaged, offers, known);
    }

    Reading read(Forms forms, Map<String, List<String>> typed) {
        return forms.get(form).read(typed, offers, known.orElse(Answers.NONE));
    }

    /** The question that a refusal is about, if it is about one. */
    Optional<String> place(Refusal refusal) {
        return Optional.ofNullable(places.get(refusal.code()));
    }
}
