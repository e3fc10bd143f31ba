package dev.countersign.desk;

import dev.countersign.engine.Inbox;
import dev.countersign.engine.Plan;
import dev.countersign.engine.UserTask;
import dev.countersign.engine.Visits;
import dev.countersign.engine.Visits.Visit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells how far a subject has come on its diagram, by what the engine saw and what the inbox holds. */
@Component
public class Roads {

    private final Visits visits;
    private final Inbox inbox;
    private final Diagrams diagrams;
    private final List<Plan> plans;

    Roads(Visits visits, Inbox inbox, Diagrams diagrams, List<Plan> plans) {
        this.visits = visits;
        this.inbox = inbox;
        this.diagrams = diagrams;
        this.plans = List.copyOf(plans);
    }

    /** Empty if no process has begun for it. */
    public Optional<Road> of(String subject) {
        List<Visit> seen = visits.of(subject);
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        String process = seen.getLast().process();
        return diagrams.find(process)
                .map(diagram -> new Walk(diagram, ofProcess(seen, process))
                        .road(process, asked(subject), hasEnded(process, subject)));
    }

    private static List<Visit> ofProcess(List<Visit> seen, String process) {
        return seen.stream().filter(visit -> visit.process().equals(process)).toList();
    }

    private Set<String> asked(String subject) {
        return inbox.open(subject).stream().map(UserTask::element).collect(Collectors.toSet());
    }

    /** A plan that neither asks anybody nor will move by itself is over. */
    private boolean hasEnded(String process, String subject) {
        return plans.stream()
                .filter(plan -> plan.process().equals(process))
                .allMatch(plan ->
                        plan.asks(subject).isEmpty() && plan.movesBy(subject).isEmpty());
    }
}
