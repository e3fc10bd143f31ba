package dev.countersign.compliance;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeNotice;
import dev.countersign.changes.ChangeNotices;
import dev.countersign.changes.RoadNews;
import dev.countersign.changes.RoadStop;
import dev.countersign.changes.Status;
import dev.countersign.identity.Person;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells on a change's way how many checks let it pass, and what those want that do not. */
@Component
class CheckNews implements RoadNews, ChangeNotices {

    private final Checks checks;

    CheckNews(Checks checks) {
        this.checks = checks;
    }

    @Override
    public Map<RoadStop, Note> of(Change change) {
        return checks.of(change).map(run -> Map.of(RoadStop.CHECKS, note(run))).orElse(Map.of());
    }

    private static Note note(CheckRun run) {
        int red = run.blocking().size();
        return new Note(
                "%d of %d".formatted(run.results().size() - red, run.results().size()), red > 0);
    }

    @Override
    public List<ChangeNotice> of(Change change, Person reader) {
        return change.status() != Status.NEEDS_WORK
                ? List.of()
                : checks
                        .of(change)
                        .filter(run -> !run.blocking().isEmpty())
                        .map(run -> notice(change, run.blocking(), reader))
                        .stream()
                        .toList();
    }

    private static ChangeNotice notice(Change change, List<CheckResult> red, Person reader) {
        return new ChangeNotice(
                red.size() == 1 ? "One check is not satisfied:" : "%d checks are not satisfied:".formatted(red.size()),
                red.stream().map(CheckResult::title).collect(Collectors.joining("; ")),
                "/changes/%s?tab=checks".formatted(change.id()),
                "See what to put right",
                reader.is(change.author()));
    }
}
