package dev.countersign.gate;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangePanel;
import dev.countersign.gate.ReasonLines.ReasonLine;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows on the page of a change every deployment of it that was reported, and what was wrong with it. */
@Component
class DeploymentsPanel implements ChangePanel {

    private static final int MOST = 10;

    /** What the panel says; `more` is true if there are older ones. */
    record Shown(List<Line> lines, boolean more) {}

    /** One deployment as it is read. */
    record Line(
            String person,
            Instant at,
            String environment,
            String system,
            boolean explained,
            List<ReasonLine> deviations,
            @Nullable String bypass) {}

    private final Deployments deployments;
    private final ReasonLines reasons;
    private final People people;

    DeploymentsPanel(Deployments deployments, ReasonLines reasons, People people) {
        this.deployments = deployments;
        this.reasons = reasons;
        this.people = people;
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public int order() {
        return 6;
    }

    @Override
    public String fragment() {
        return "gate/deployments :: panel";
    }

    @Override
    public Optional<Object> content(Change change, Person reader) {
        List<Deployment> all = deployments.of(change.id(), MOST + 1);
        return all.isEmpty() ? Optional.empty() : Optional.of(shown(all));
    }

    private Shown shown(List<Deployment> all) {
        var names = people.names(all.stream().map(Deployment::reportedBy).collect(Collectors.toSet()));
        return new Shown(
                all.stream()
                        .limit(MOST)
                        .map(one -> line(one, names.apply(one.reportedBy())))
                        .toList(),
                all.size() > MOST);
    }

    private Line line(Deployment one, String person) {
        return new Line(
                person,
                one.deployedAt(),
                Question.word(one.report().environment()),
                one.report().system(),
                one.explained(),
                reasons.of(one.deviations()),
                one.bypass().map(BypassId::value).orElse(null));
    }
}
