package dev.countersign.policy;

import dev.countersign.identity.PersonId;
import dev.countersign.registry.Department;
import dev.countersign.registry.Systems;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Tries a draft on the changes of the last ninety days, each with the addenda that were in force when it was judged. */
@Service
public class Replays {

    public static final int DAYS = 90;

    private record Tried(PastChange change, Shift shift) {
        int approvals() {
            return shift.after().approvals() - shift.before().approvals();
        }
    }

    private final PastChanges past;
    private final PolicyDrafts drafts;
    private final Policies policies;
    private final Systems systems;
    private final Clock clock;

    Replays(PastChanges past, PolicyDrafts drafts, Policies policies, Systems systems, Clock clock) {
        this.past = past;
        this.drafts = drafts;
        this.policies = policies;
        this.systems = systems;
        this.clock = clock;
    }

    public Replay of(PolicyDraft draft) {
        Trial trial = new Trial(drafts.file(draft));
        List<Tried> all = past.since(clock.instant().minus(Duration.ofDays(DAYS))).stream()
                .map(change -> {
                    Requirements wanted =
                            trial.require(change.facts(), policies.covers(change.version(), change.systems()));
                    return new Tried(change, new Shift(change.demanded(), wanted));
                })
                .toList();
        return replay(all);
    }

    private Replay replay(List<Tried> all) {
        return new Replay(
                all.size(),
                count(all, tried -> tried.approvals() > 0),
                count(all, tried -> tried.approvals() < 0),
                count(all, tried -> tried.approvals() == 0 && !tried.shift().isNone()),
                all.stream()
                        .filter(tried -> !tried.shift().isNone())
                        .map(Replays::line)
                        .toList(),
                loads(all));
    }

    private static int count(List<Tried> all, Predicate<Tried> wanted) {
        return (int) all.stream().filter(wanted).count();
    }

    private static Replay.Line line(Tried tried) {
        return new Replay.Line(
                tried.change().id(),
                tried.change().title(),
                tried.change().submittedAt(),
                tried.shift().more(),
                tried.shift().less());
    }

    private List<Replay.Load> loads(List<Tried> all) {
        List<Replay.Load> loads = new ArrayList<>(reviewers(all));
        loads.addAll(leaders(all, Department::director, "director", it -> it.directorSignOff() ? 1 : 0));
        loads.addAll(leaders(all, Department::vp, "VP", it -> it.vpApproval() ? 1 : 0));
        return loads;
    }

    private List<Replay.Load> leaders(
            List<Tried> all, Function<Department, PersonId> leader, String as, ToLongFunction<Requirements> asks) {
        Map<PersonId, List<Tried>> byLeader = new TreeMap<>();
        systems.departments()
                .forEach(department -> byLeader.computeIfAbsent(leader.apply(department), _ -> new ArrayList<>())
                        .addAll(all.stream()
                                .filter(tried -> tried.change().department().equals(department.key()))
                                .toList()));
        return byLeader.entrySet().stream()
                .map(entry -> new Replay.Load(
                        entry.getKey(),
                        as,
                        entry.getValue().stream()
                                .mapToLong(
                                        tried -> asks.applyAsLong(tried.shift().before()))
                                .sum(),
                        entry.getValue().stream()
                                .mapToLong(
                                        tried -> asks.applyAsLong(tried.shift().after()))
                                .sum()))
                .filter(load -> load.before() + load.after() > 0)
                .toList();
    }

    /** Nobody knows who would have reviewed more: everybody is taken to keep their share. */
    private static List<Replay.Load> reviewers(List<Tried> all) {
        long before = all.stream()
                .mapToLong(tried -> tried.shift().before().reviews())
                .sum();
        long after =
                all.stream().mapToLong(tried -> tried.shift().after().reviews()).sum();
        Map<PersonId, Long> given = all.stream()
                .flatMap(tried -> tried.change().reviewers().stream())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return given.entrySet().stream()
                .map(entry -> new Replay.Load(
                        entry.getKey(),
                        "reviewer",
                        entry.getValue(),
                        before == 0 ? entry.getValue() : Math.round((double) entry.getValue() * after / before)))
                .toList();
    }
}
