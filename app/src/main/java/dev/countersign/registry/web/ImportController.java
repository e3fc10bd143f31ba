package dev.countersign.registry.web;

import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.FormNumber;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.SentForms;
import dev.countersign.refusals.Refusal;
import dev.countersign.registry.GroupChoices;
import dev.countersign.registry.Imports;
import dev.countersign.registry.ProposalId;
import dev.countersign.registry.Rehearsal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets somebody look through what a file would change, and then propose just that. */
@Controller
@AllowedTo({Role.SYSTEM_OWNER, Role.DIRECTOR, Role.VP})
class ImportController {

    private static final int SHOWN = 200;

    private final Imports imports;
    private final GroupChoices groups;
    private final RegistryOffers offers;
    private final SentForms sentForms;

    ImportController(Imports imports, GroupChoices groups, RegistryOffers offers, SentForms sentForms) {
        this.imports = imports;
        this.groups = groups;
        this.offers = offers;
        this.sentForms = sentForms;
    }

    @GetMapping("/registry/imports")
    String ask(ImportChoices choices, Model model) {
        return page(choices, model);
    }

    /** Of a file, of its pasted text, or of the file that was looked through just now, with other choices. */
    @PostMapping("/registry/imports")
    String rehearse(
            Person proposer,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String text,
            Optional<UUID> again,
            @RequestParam(defaultValue = "the file") String source,
            ImportChoices choices,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Optional<MultipartFile> upload = Optional.ofNullable(file).filter(sent -> !sent.isEmpty());
        model.addAttribute("text", text);
        if (upload.isEmpty() && text.isBlank() && again.isEmpty()) {
            response.setStatus(Refusal.Kind.INVALID.status());
            model.addAttribute("missing", true);
            return page(choices, model);
        }
        byte[] bytes = upload.isPresent() ? upload.get().getBytes() : text.getBytes(StandardCharsets.UTF_8);
        Rehearsal rehearsal = again.isPresent()
                ? imports.again(again.get(), choices.read(), proposer)
                : imports.rehearse(bytes, choices.read(), proposer);
        if (!rehearsal.isFine()) {
            response.setStatus(Refusal.Kind.INVALID.status());
        }
        model.addAttribute(
                "source",
                again.isPresent()
                        ? source
                        : upload.map(MultipartFile::getOriginalFilename).orElse("the pasted text"));
        model.addAttribute("rehearsal", rehearsal);
        model.addAttribute("remembered", groups.of(rehearsal.owners()));
        model.addAttribute(
                "waiting",
                rehearsal.isNews() ? imports.waiting(rehearsal.id(), proposer).orElse(null) : null);
        return page(choices, model);
    }

    private String page(ImportChoices choices, Model model) {
        model.addAttribute("shown", SHOWN);
        model.addAttribute("choices", choices);
        model.addAttribute("departments", offers.departments());
        model.addAttribute("owners", offers.people(Role.SYSTEM_OWNER));
        model.addAttribute("directors", offers.people(Role.DIRECTOR));
        model.addAttribute("vps", offers.people(Role.VP));
        return "registry/import";
    }

    /** A file that was looked through is proposed once, however often it is sent and whatever reason is given. */
    @PostMapping("/registry/imports/{id}")
    String propose(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Person proposer,
            RedirectAttributes flash) {
        FormNumber file = new FormNumber(id, "");
        Optional<String> before = sentForms
                .ledTo(proposer, file)
                .or(() -> imports.waiting(id, proposer).map(ProposalId::value));
        String proposal = before.orElseGet(() -> sentForms.once(
                proposer, file, () -> imports.propose(id, reason, proposer).id().value()));
        flash.addFlashAttribute(
                "said",
                before.isPresent()
                        ? "It was already proposed. Here it is."
                        : "It is proposed. It takes effect when a second person approves it.");
        return "redirect:/registry/proposals/" + proposal;
    }
}
