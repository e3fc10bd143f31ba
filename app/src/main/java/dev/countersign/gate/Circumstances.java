package dev.countersign.gate;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Hold;
import dev.countersign.changes.Holds;
import dev.countersign.gate.Deployed.Answered;
import dev.countersign.refusals.Refusal;
import dev.countersign.registry.Build;
import dev.countersign.registry.Builds;
import dev.countersign.registry.Systems;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out all that must be known of a deployment that is reported. */
@Component
class Circumstances {

    private final Changes changes;
    private final Holds holds;
    private final Candidates candidates;
    private final DecisionRows answers;
    private final Systems systems;
    private final Builds builds;

    Circumstances(
            Changes changes, Holds holds, Candidates candidates, DecisionRows answers, Systems systems, Builds builds) {
        this.changes = changes;
        this.holds = holds;
        this.candidates = candidates;
        this.answers = answers;
        this.systems = systems;
        this.builds = builds;
    }

    /** Keeps the change still that it belongs to, as whoever executes it does. */
    Deployed of(Report told, Instant now) {
        Report report = told.system().isEmpty() ? told.at(onlySystemOf(told.repository())) : told;
        Instant at = report.deployedAt(now);
        Question question = question(report);
        Optional<Answered> allowed = answers.allowing(question, at);
        Optional<Change> stated = submitted(report.change());
        Optional<Change> change = allowed.flatMap(Answered::change)
                .map(changes::lock)
                .or(() -> stated)
                .or(() -> candidates.naming(question).stream().findFirst().map(found -> changes.lock(found.id())));
        return new Deployed(
                report,
                at,
                change.map(candidates::standing),
                allowed,
                answers.last(question, at),
                report.change().isEmpty() || stated.isPresent(),
                report.system().isEmpty() || systems.find(report.system()).isPresent(),
                change.map(one -> standing(one.id(), at)).orElse(List.of()));
    }

    private List<Hold> standing(ChangeId change, Instant at) {
        return holds.of(change).stream().filter(hold -> hold.stoodAt(at)).toList();
    }

    private static Question question(Report report) {
        return new Question(report.repository(), report.artifact(), report.system(), report.environment());
    }

    private String onlySystemOf(String repository) {
        List<String> built =
                builds.from(repository).stream().map(Build::system).distinct().toList();
        return built.size() == 1 ? built.getFirst() : "";
    }

    /** What nobody but its author can read is none: no report says that it is there. */
    private Optional<Change> submitted(String number) {
        return id(number)
                .flatMap(changes::find)
                .filter(change -> change.current().isPresent())
                .map(change -> changes.lock(change.id()));
    }

    private static Optional<ChangeId> id(String number) {
        try {
            return Optional.of(new ChangeId(number));
        } catch (Refusal none) {
            return Optional.empty();
        }
    }
}
