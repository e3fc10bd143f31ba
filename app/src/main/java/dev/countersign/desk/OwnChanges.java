package dev.countersign.desk;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangeList;
import dev.countersign.changes.ChangePermissions;
import dev.countersign.changes.Holds;
import dev.countersign.changes.Status;
import dev.countersign.changes.StatusBadge;
import dev.countersign.changes.Transfers;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.registry.Department;
import dev.countersign.registry.Systems;
import dev.countersign.reviews.Absences;
import dev.countersign.reviews.Rounds;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The reader's own changes under way: what they must do about them, and what they wait for. */
@Component
class OwnChanges {

    private static final int MOST = 100;

    private final ChangeList list;
    private final ChangePermissions permissions;
    private final Transfers transfers;
    private final Holds holds;
    private final Systems systems;
    private final People people;
    private final Rounds rounds;
    private final Absences absences;

    OwnChanges(
            ChangeList list,
            ChangePermissions permissions,
            Transfers transfers,
            Holds holds,
            Systems systems,
            People people,
            Rounds rounds,
            Absences absences) {
        this.rounds = rounds;
        this.transfers = transfers;
        this.holds = holds;
        this.list = list;
        this.permissions = permissions;
        this.systems = systems;
        this.people = people;
        this.absences = absences;
    }

    List<Change> of(Person author) {
        return list.underWayBy(author.id(), MOST);
    }

    /** What the author can do with each; nothing when it is somebody else's turn, or when they handed it over. */
    Map<Change, Optional<Task>> turns(List<Change> changes, Person author) {
        Set<ChangeId> gone = transfers.handedOverBy(author);
        Set<ChangeId> held = held(changes);
        Map<Change, Optional<Task>> turns = new LinkedHashMap<>();
        changes.forEach(change ->
                turns.put(change, gone.contains(change.id()) ? Optional.empty() : task(change, author, held)));
        return turns;
    }

    private Optional<Task> task(Change change, Person author, Set<ChangeId> held) {
        return switch (change.status()) {
            case DRAFT -> Optional.of(task("Finish the draft", change, "/edit"));
            case NEEDS_WORK -> Optional.of(task("Amend", change, "/edit"));
            case OUTCOME -> Optional.of(task("Record the outcome", change, "/outcome"));
            case APPROVED ->
                !held.contains(change.id())
                                && permissions.toReportExecution(change, author).granted()
                        ? Optional.of(task("Execute and report", change, "/execution")
                                .due(Optional.of(change.window().end())))
                        : Optional.empty();
            case CHECKING, IN_REVIEW, SIGN_OFF, ESCALATED, BAKING, CLOSED, REJECTED, WITHDRAWN, EXPIRED, ROLLED_BACK ->
                Optional.empty();
        };
    }

    /** What each of them waits for; those that wait for nobody are left out. */
    List<Pending> pending(List<Change> changes) {
        Set<ChangeId> held = held(changes);
        Function<PersonId, String> names =
                people.names(changes.stream().map(Change::author).collect(Collectors.toSet()));
        Map<Post, String> deciders = new HashMap<>();
        return changes.stream()
                .flatMap(change -> held.contains(change.id())
                        ? Stream.of(pending(change, "those who can lift the hold", Optional.empty()))
                        : unheld(change, names, deciders).stream())
                .toList();
    }

    private Set<ChangeId> held(List<Change> changes) {
        return holds.openAmong(changes.stream()
                .filter(change -> change.status().canBeHeld())
                .map(Change::id)
                .toList());
    }

    /** Many changes wait for the same leader. */
    private record Post(Status status, String department) {}

    private Optional<Pending> unheld(Change change, Function<PersonId, String> names, Map<Post, String> deciders) {
        return switch (change.status()) {
            case CHECKING -> Optional.of(pending(change, "the checks", Optional.empty()));
            case IN_REVIEW -> Optional.of(pending(change, "reviewers", rounds.due(change)));
            case SIGN_OFF -> Optional.of(pending(change, decider(change, deciders), change.signOffDue()));
            case ESCALATED -> Optional.of(pending(change, decider(change, deciders), Optional.empty()));
            case APPROVED ->
                Optional.of(pending(
                        change, "its window", Optional.of(change.window().start())));
            case BAKING -> Optional.of(pending(change, "its bake time", change.bakeEndsAt()));
            case NEEDS_WORK, OUTCOME -> Optional.of(pending(change, names.apply(change.author()), Optional.empty()));
            case DRAFT, CLOSED, REJECTED, WITHDRAWN, EXPIRED, ROLLED_BACK -> Optional.empty();
        };
    }

    private String decider(Change change, Map<Post, String> deciders) {
        return deciders.computeIfAbsent(new Post(change.status(), change.department()), _ -> {
            Department department = systems.department(change.department());
            return whoDecides(change, change.status() == Status.SIGN_OFF ? department.director() : department.vp());
        });
    }

    private String whoDecides(Change change, PersonId leader) {
        return absences.delegation(leader, change.department())
                .map(given -> "%s for %s, who is away".formatted(name(given.delegate()), name(leader)))
                .orElseGet(() -> name(leader));
    }

    private String name(PersonId id) {
        return people.find(id).map(Person::name).orElse(id.value());
    }

    private static Task task(String action, Change change, String page) {
        return new Task(
                action,
                change.title().isBlank() ? "Untitled" : change.title(),
                change.id().value(),
                "/changes/" + change.id() + page,
                true,
                change.statusSince(),
                null);
    }

    private static Pending pending(Change change, String on, Optional<Instant> until) {
        return new Pending(change, StatusBadge.of(change.status()), on, until.orElse(null));
    }
}
