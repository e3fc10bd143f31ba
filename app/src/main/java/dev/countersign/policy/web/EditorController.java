package dev.countersign.policy.web;

import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.Salvaged;
import dev.countersign.policy.ClauseTemplate;
import dev.countersign.policy.PolicyDraft;
import dev.countersign.policy.PolicyDraftId;
import dev.countersign.policy.PolicyDrafts;
import dev.countersign.policy.Saving;
import dev.countersign.policy.TableProblem;
import dev.countersign.refusals.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The editor of a draft: an ordinary form; what was typed is never lost, and is kept only if all of it is understood. */
@Controller
@AllowedTo({Role.VP, Role.DIRECTOR, Role.SYSTEM_OWNER})
class EditorController {

    private final PolicyDrafts drafts;

    EditorController(PolicyDrafts drafts) {
        this.drafts = drafts;
    }

    @GetMapping("/policy/drafts/{id}/edit")
    String open(@PathVariable String id, Person editor, Salvaged salvaged, Model model) {
        PolicyDraft draft = drafts.get(new PolicyDraftId(id));
        draft.toEdit(editor).demand();
        EditedTable table =
                salvaged.isEmpty() ? EditedTable.of(drafts.table(draft)) : EditedTable.read(salvaged.fields());
        return page(draft, draft.text(), table, List.of(), model);
    }

    @PostMapping("/policy/drafts/{id}/edit")
    String edit(
            @PathVariable String id,
            Person editor,
            @RequestParam("_read") int read,
            @RequestParam(name = "_do", defaultValue = "save") String wish,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        PolicyDraft draft = drafts.get(new PolicyDraftId(id));
        draft.toEdit(editor).demand();
        EditedTable table = EditedTable.read(typed);
        if (!wish.equals("save")) {
            return page(draft, read, table.after(wish), List.of(), model);
        }
        return switch (drafts.save(draft.id(), read, table.table(), editor)) {
            case Saving.Saved(PolicyDraft saved) -> {
                flash.addFlashAttribute(
                        "said",
                        "It is saved as text %d. Nothing changes until it is proposed and two leaders approve it."
                                .formatted(saved.text()));
                yield "redirect:/policy/drafts/" + id;
            }
            case Saving.Refused(List<TableProblem> problems) -> {
                response.setStatus(Refusal.Kind.INVALID.status());
                yield page(draft, read, table, problems, model);
            }
            case Saving.Overtaken overtaken -> {
                response.setStatus(Refusal.Kind.CONFLICT.status());
                model.addAttribute("difference", overtaken.difference());
                yield page(overtaken.draft(), overtaken.draft().text(), table, List.of(), model);
            }
        };
    }

    /** What is sent next counts as written by somebody who has seen the text of that number. */
    private static String page(
            PolicyDraft draft, int read, EditedTable table, List<TableProblem> problems, Model model) {
        model.addAttribute("draft", draft);
        model.addAttribute("read", read);
        model.addAttribute("editor", Editor.of(table, problems));
        model.addAttribute("templates", ClauseTemplate.values());
        return "policy/edit";
    }
}
