package dev.countersign.registry.web;

import dev.countersign.forms.Answers;
import dev.countersign.forms.FormSchema;
import dev.countersign.forms.FormView;
import dev.countersign.forms.Offers;
import dev.countersign.forms.Reading;
import dev.countersign.identity.Salvaged;
import dev.countersign.refusals.Refusal;
import dev.countersign.registry.Flaw;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One of the registry's forms with what may be chosen on it.
 *
 * @param known what stands in the registry already; empty for something new
 */
record Sheet(FormSchema schema, Offers offers, Optional<Answers> known) {

    /** As it is shown at first, or as somebody had typed it before their session ended. */
    FormView shown(Salvaged salvaged) {
        if (!salvaged.isEmpty()) {
            return read(salvaged.fields()).view();
        }
        return known.map(answers -> schema.filled(answers, offers)).orElseGet(() -> schema.blank(offers));
    }

    Reading read(Map<String, List<String>> typed) {
        return schema.read(typed, offers, known.orElse(Answers.NONE));
    }

    /** The form again, with what only the registry could see. */
    static FormView withFlaws(Reading sent, List<Flaw> flaws, HttpServletResponse response) {
        response.setStatus(Refusal.Kind.INVALID.status());
        return sent.view(flaws.stream()
                .map(flaw -> sent.problem(flaw.field(), capital(flaw.words()) + "."))
                .toList());
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
