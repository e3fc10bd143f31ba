package dev.countersign.gate.web;

import dev.countersign.changes.ChangeId;
import dev.countersign.forms.Answers;
import dev.countersign.forms.NextPage;
import dev.countersign.gate.Bypass;
import dev.countersign.gate.Bypass.Way;
import dev.countersign.gate.BypassId;
import dev.countersign.gate.Bypasses;
import dev.countersign.gate.Documenting;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.FormNumber;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.sheets.Opened;
import dev.countersign.identity.sheets.Result.Done;
import dev.countersign.identity.sheets.Sent;
import dev.countersign.identity.sheets.Sheet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows everybody what went around the gate, and lets those explain it who answer for it. */
@Controller
@AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.AUDITOR, Role.SYSTEM_OWNER})
class BypassController {

    private static final int PAGE = 30;

    private final Bypasses bypasses;
    private final Documenting documenting;
    private final BypassRowList rows;
    private final BypassPage page;

    BypassController(Bypasses bypasses, Documenting documenting, BypassRowList rows, BypassPage page) {
        this.bypasses = bypasses;
        this.documenting = documenting;
        this.rows = rows;
        this.page = page;
    }

    @GetMapping("/gate/bypasses")
    String list(
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "") Set<String> department,
            Optional<String> before,
            Model model) {
        List<Bypass> found = bypasses.page(!all, department, before.map(BypassId::new), PAGE + 1);
        List<Bypass> shown = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("rows", rows.of(shown));
        model.addAttribute("all", all);
        model.addAttribute(
                "next",
                found.size() > PAGE
                        ? NextPage.path("before", shown.getLast().id().value())
                        : null);
        return "gate/bypasses";
    }

    @GetMapping("/gate/bypasses/{id}")
    String show(@PathVariable String id, Person reader, Opened opened, Model model) {
        Bypass bypass = bypasses.get(new BypassId(id));
        return bypasses.toExplain(bypass, reader).granted()
                ? opened.show(sheet(bypass, reader))
                : page.show(bypass, reader, model.addAttribute("form", null));
    }

    @PostMapping("/gate/bypasses/{id}/explanation")
    String explain(@PathVariable String id, Person person, Sent sent) {
        Bypass bypass = bypasses.get(new BypassId(id));
        return sent.carryOut(sheet(bypass, person), bypasses.toExplain(bypass, person), said -> {
            Way way = way(said);
            bypasses.explain(bypass.id(), person, said.text("words"), way, said.moment("revertedAt"));
            return new Done("/gate/bypasses/" + bypass.id(), told(way));
        });
    }

    @PostMapping("/gate/bypasses/{id}/change")
    String document(@PathVariable String id, Person author, FormNumber number, RedirectAttributes flash) {
        ChangeId change = documenting.begin(new BypassId(id), author, number.value());
        flash.addFlashAttribute(
                "said", "%s is begun. Fill in what is missing; two people review it.".formatted(change));
        return "redirect:/changes/%s/edit".formatted(change);
    }

    private Sheet sheet(Bypass bypass, Person reader) {
        return Sheet.on("explain-bypass", (form, model) -> page.show(bypass, reader, model.addAttribute("form", form)))
                .placing("gate.reverted-when", "revertedAt");
    }

    private static Way way(Answers said) {
        return Way.valueOf(said.text("way").toUpperCase(Locale.ROOT));
    }

    private static String told(Way way) {
        return switch (way) {
            case REVERTED -> "The case is closed as reverted.";
            case DOCUMENTED ->
                "Your explanation is on the record. Now have an engineer write the change that documents it.";
        };
    }
}
