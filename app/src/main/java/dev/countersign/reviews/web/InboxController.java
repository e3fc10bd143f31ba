package dev.countersign.reviews.web;

import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import dev.countersign.refusals.Permission.Denied;
import dev.countersign.refusals.Refusal;
import dev.countersign.reviews.AbsenceNotices;
import dev.countersign.reviews.Nudge;
import dev.countersign.reviews.Waiting;
import dev.countersign.reviews.Waiting.Decision;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Lists the decisions that wait for the reader: what they hold, what is free, and what others must do. */
@Controller
@AllowedTo({Role.REVIEWER, Role.DIRECTOR, Role.VP})
class InboxController {

    private final Waiting waiting;
    private final People people;
    private final AbsenceNotices notices;

    InboxController(Waiting waiting, People people, AbsenceNotices notices) {
        this.waiting = waiting;
        this.people = people;
        this.notices = notices;
    }

    @GetMapping("/reviews")
    String inbox(Person reader, Model model) {
        List<Decision> decisions = waiting.forPerson(reader);
        Function<PersonId, String> name = names(decisions);
        List<InboxRow> rows = decisions.stream()
                .map(decision -> InboxRow.of(decision, reader.id(), name))
                .toList();
        List<InboxRow> mine = rows.stream().filter(InboxRow::mine).toList();
        List<InboxRow> asked = oneEach(rows.stream().filter(row -> row.mayTake() && row.asked()), mine);
        List<InboxRow> first = Stream.concat(mine.stream(), asked.stream()).toList();
        List<InboxRow> free = oneEach(rows.stream().filter(InboxRow::mayTake), first);
        List<InboxRow> others = oneEach(
                rows.stream(), Stream.concat(first.stream(), free.stream()).toList());
        model.addAttribute("notice", notices.of(reader));
        model.addAttribute("mine", mine);
        model.addAttribute("asked", asked);
        model.addAttribute("free", free);
        model.addAttribute("others", others);
        return "reviews/inbox";
    }

    /** Of the equal seats of one change the first, unless one of them is shown already. */
    private static List<InboxRow> oneEach(Stream<InboxRow> rows, List<InboxRow> shown) {
        Set<String> seen = shown.stream().map(InboxRow::seats).collect(Collectors.toCollection(HashSet::new));
        return rows.filter(row -> seen.add(row.seats())).toList();
    }

    private Function<PersonId, String> names(List<Decision> decisions) {
        Set<PersonId> ids = new HashSet<>();
        decisions.forEach(decision -> {
            ids.add(decision.seat().change().author());
            decision.holder().ifPresent(ids::add);
            if (decision.toDecide() instanceof Denied(Refusal refusal)) {
                refusal.people().stream().map(PersonId::recorded).forEach(ids::add);
            }
            decision.nudge().flatMap(Nudge::by).ifPresent(ids::add);
            decision.delegation().ifPresent(given -> ids.addAll(Set.of(given.delegator(), given.delegate())));
        });
        Map<PersonId, String> names = people.named(ids).stream().collect(Collectors.toMap(Person::id, Person::name));
        return id -> names.getOrDefault(id, id.value());
    }
}
