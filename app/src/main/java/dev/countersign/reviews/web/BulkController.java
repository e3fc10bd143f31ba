package dev.countersign.reviews.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Changes;
import dev.countersign.engine.UserTask;
import dev.countersign.forms.Offers;
import dev.countersign.forms.Option;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import dev.countersign.identity.sheets.Opened;
import dev.countersign.identity.sheets.Result.Done;
import dev.countersign.identity.sheets.Sent;
import dev.countersign.identity.sheets.Sheet;
import dev.countersign.reviews.Bulk;
import dev.countersign.reviews.Bulk.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** Claims the rows that are ticked in the inbox, or hands them to somebody; each is answered alone. */
@Controller
@AllowedTo({Role.REVIEWER, Role.DIRECTOR, Role.VP})
class BulkController {

    private static final String NOTHING = "Tick at least one decision first.";

    private final Bulk bulk;
    private final InboxReading searches;
    private final People people;
    private final Changes changes;

    BulkController(Bulk bulk, InboxReading searches, People people, Changes changes) {
        this.bulk = bulk;
        this.searches = searches;
        this.people = people;
        this.changes = changes;
    }

    /** One press for all ticked rows; the other button leads to where somebody is chosen. */
    @PostMapping("/reviews/ticked")
    RedirectView claim(
            @RequestParam(name = "task", defaultValue = "") List<Long> tasks,
            @RequestParam(name = "_do", defaultValue = "") String button,
            @ModelAttribute InboxAsked asked,
            Person person,
            RedirectAttributes flash) {
        if (tasks.isEmpty()) {
            flash.addFlashAttribute("warned", NOTHING);
        } else if (button.equals("hand")) {
            Bulk.demandFew("hand over these reviews", tasks);
            return InboxSearch.to(path(tasks));
        } else {
            var words = BulkWords.of(
                    done -> "You claimed %s.".formatted(counted(done)), bulk.claim(tasks, person), person.id(), people);
            flash.addFlashAttribute("said", words.done().isEmpty() ? null : words.done());
            flash.addFlashAttribute("notDone", words.refused());
        }
        return searches.read(asked, person).page();
    }

    @GetMapping("/reviews/reassignments")
    String choose(
            @RequestParam(name = "task", defaultValue = "") List<Long> tasks, Opened opened, RedirectAttributes flash) {
        if (tasks.isEmpty()) {
            flash.addFlashAttribute("warned", NOTHING);
            return "redirect:/reviews";
        }
        return opened.show(sheet(tasks));
    }

    @PostMapping("/reviews/reassignments")
    String reassign(
            @RequestParam(name = "task", defaultValue = "") List<Long> tasks,
            Person person,
            Sent sent,
            RedirectAttributes flash) {
        if (tasks.isEmpty()) {
            flash.addFlashAttribute("warned", NOTHING);
            return "redirect:/reviews";
        }
        return sent.carryOut(sheet(tasks), said -> {
            PersonId whom = PersonId.recorded(said.text("whom"));
            Outcome outcome = bulk.reassign(tasks, person, whom, said.text("reason"));
            String name = people.names(List.of(whom)).apply(whom);
            var words = BulkWords.of(
                    done -> "You handed %s to %s.".formatted(counted(done), name), outcome, person.id(), people);
            flash.addFlashAttribute("notDone", words.refused());
            return new Done("/reviews", words.done().isEmpty() ? "Nothing was handed over." : words.done());
        });
    }

    /** Anybody who reviews can be chosen; whether they are free to judge is asked of each change. */
    private Sheet sheet(List<Long> tasks) {
        List<Option> reviewers = people.with(Role.REVIEWER).stream()
                .map(one -> new Option(one.id().value(), one.name()))
                .toList();
        return Sheet.on("reviews/reassign-reviews", "reassign-review")
                .about("chosen", chosen(tasks))
                .about("path", path(tasks))
                .offering(Offers.of("reviewers", reviewers));
    }

    /** A ticked decision, as it is shown once more. */
    record Chosen(long task, String change, String title) {}

    private List<Chosen> chosen(List<Long> tasks) {
        List<UserTask> open = bulk.open(tasks);
        Map<ChangeId, Change> about = changes.all(
                open.stream().map(task -> new ChangeId(task.subject())).toList());
        return open.stream()
                .flatMap(task -> Optional.ofNullable(about.get(new ChangeId(task.subject()))).stream()
                        .map(change -> new Chosen(task.id(), task.subject(), change.title())))
                .toList();
    }

    private static String counted(int decisions) {
        return decisions == 1 ? "1 decision" : decisions + " decisions";
    }

    private static String path(List<Long> tasks) {
        return tasks.stream()
                .distinct()
                .map(String::valueOf)
                .collect(Collectors.joining("&task=", "/reviews/reassignments?task=", ""));
    }
}
