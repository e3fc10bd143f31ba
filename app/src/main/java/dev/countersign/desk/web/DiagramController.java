package dev.countersign.desk.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePermissions;
import dev.countersign.changes.Changes;
import dev.countersign.desk.Road;
import dev.countersign.desk.Roads;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.policy.Addenda;
import dev.countersign.policy.Addendum;
import dev.countersign.policy.AddendumId;
import dev.countersign.policy.PolicyDraft;
import dev.countersign.policy.PolicyDraftId;
import dev.countersign.policy.PolicyDrafts;
import dev.countersign.refusals.Refusal;
import dev.countersign.spelling.Excerpt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** Shows where a change or an addendum is on its diagram, and goes on showing it while it moves. */
@Controller
@AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.AUDITOR, Role.SYSTEM_OWNER})
class DiagramController {

    private final Changes changes;
    private final ChangePermissions permissions;
    private final Addenda addenda;
    private final PolicyDrafts drafts;
    private final Roads roads;

    DiagramController(
            Changes changes, ChangePermissions permissions, Addenda addenda, PolicyDrafts drafts, Roads roads) {
        this.changes = changes;
        this.permissions = permissions;
        this.addenda = addenda;
        this.drafts = drafts;
        this.roads = roads;
    }

    @GetMapping("/changes/{id}/diagram")
    String change(
            @PathVariable String id,
            Person reader,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        Change change = changes.get(new ChangeId(id));
        permissions.toRead(change, reader).demand();
        return page(id, "/changes/" + id, id + " " + change.title(), htmx != null, model);
    }

    @GetMapping("/policy/addenda/{id}/diagram")
    String addendum(
            @PathVariable String id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        Addendum addendum = addenda.get(new AddendumId(id));
        return page(id, "/policy/addenda/" + id, id + " " + addendum.title(), htmx != null, model);
    }

    @GetMapping("/policy/drafts/{id}/diagram")
    String edition(
            @PathVariable String id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        PolicyDraft draft = drafts.get(new PolicyDraftId(id));
        return page(id, "/policy/drafts/" + id, id + " " + draft.title(), htmx != null, model);
    }

    private String page(String subject, String path, String title, boolean onlyRoad, Model model) {
        Road road = roads.of(subject).orElseThrow(() -> notStarted(subject, path));
        model.addAttribute("picture", new Picture(road, path + "/diagram"));
        model.addAttribute("back", path);
        model.addAttribute("subject", title);
        return onlyRoad ? "desk/picture :: road(picture=${picture})" : "desk/diagram";
    }

    private static Refusal notStarted(String subject, String path) {
        return Refusal.notFound("desk.no-process")
                .expectedTo("find the process of %s", Excerpt.of(subject, 40))
                .because("no process of %s has begun", Excerpt.of(subject, 40))
                .instead(
                        "A process begins when something is submitted. If that was just now, reload in a moment or look at %s.",
                        path);
    }
}
