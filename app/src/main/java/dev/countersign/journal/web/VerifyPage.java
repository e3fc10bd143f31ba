package dev.countersign.journal.web;

import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Role;
import dev.countersign.journal.History;
import dev.countersign.journal.Proof;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Computes chains again while the auditor watches: one subject's, or stretch by stretch the whole record's. */
@Controller
@AllowedTo({Role.AUDITOR, Role.VP, Role.DIRECTOR})
class VerifyPage {

    private static final int STRETCH = 500;

    private final History history;

    VerifyPage(History history) {
        this.history = history;
    }

    @GetMapping("/journal/verify")
    String verify(
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        model.addAttribute("subject", subject);
        if (subject != null && !subject.isBlank()) {
            model.addAttribute("proof", history.proof(Filter.stream(subject.strip())));
        } else if (after != null) {
            List<Proof> proofs = history.proofs(after, STRETCH);
            model.addAttribute("stretch", new Stretch(proofs, STRETCH));
        }
        return "journal/verify";
    }

    /** A stretch of chains in alphabetical order. */
    public record Stretch(List<Proof> proofs, int most) {

        public List<Proof> broken() {
            return proofs.stream().filter(proof -> !proof.holds()).toList();
        }

        public @Nullable String next() {
            return proofs.size() < most ? null : proofs.getLast().stream();
        }
    }
}
