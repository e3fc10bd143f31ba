package dev.countersign.desk.web;

import dev.countersign.changes.ChangeList;
import dev.countersign.changes.Status;
import dev.countersign.desk.Desk;
import dev.countersign.desk.Leading;
import dev.countersign.desk.Work;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.journal.Actors;
import dev.countersign.journal.Entry;
import dev.countersign.journal.History;
import dev.countersign.journal.Search;
import dev.countersign.reviews.AbsenceNotices;
import dev.countersign.reviews.ReadingHabits;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows people what they can do now, what they wait for, and leaders and auditors how the house stands. */
@Controller
@AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.AUDITOR, Role.SYSTEM_OWNER})
class DeskController {

    private static final int LATEST = 6;

    private final Desk desk;
    private final Leading leading;
    private final ChangeList changes;
    private final History history;
    private final Actors actors;
    private final ReadingHabits habits;
    private final AbsenceNotices notices;
    private final Clock clock;

    DeskController(
            Desk desk,
            Leading leading,
            ChangeList changes,
            History history,
            Actors actors,
            ReadingHabits habits,
            AbsenceNotices notices,
            Clock clock) {
        this.clock = clock;
        this.notices = notices;
        this.habits = habits;
        this.desk = desk;
        this.leading = leading;
        this.changes = changes;
        this.history = history;
        this.actors = actors;
    }

    @GetMapping("/")
    String home() {
        return "redirect:/desk";
    }

    @GetMapping("/desk")
    String desk(Person reader, Model model) {
        Work work = desk.of(reader);
        model.addAttribute("work", work);
        model.addAttribute("horizons", Horizons.of(work.tasks(), clock.instant()));
        model.addAttribute("notice", notices.of(reader));
        model.addAttribute("mayWrite", reader.has(Role.ENGINEER));
        model.addAttribute("nothing", Nothing.toDoFor(reader));
        model.addAttribute("counts", counts());
        leading.figures(reader)
                .ifPresent(figures -> model.addAttribute(
                        "leader", LeaderPanel.of(figures, work.tasks().size())));
        if (Nothing.readsHistory(reader)) {
            model.addAttribute("habits", habits.byDepartment());
        }
        if (reader.has(Role.AUDITOR)) {
            List<Entry> latest = history.search(Search.everything(), LATEST).entries();
            model.addAttribute("latest", latest);
            model.addAttribute(
                    "names", actors.names(latest.stream().map(Entry::actor).toList()));
        }
        return "desk/desk";
    }

    private List<Count> counts() {
        Map<Status, Long> counted = changes.underWay();
        return Arrays.stream(Status.values())
                .filter(status -> status.hasProcess())
                .map(status -> new Count(status.label(), status.word(), counted.getOrDefault(status, 0L)))
                .toList();
    }

    /** How many changes are in one state. */
    public record Count(String label, String word, long changes) {}
}
