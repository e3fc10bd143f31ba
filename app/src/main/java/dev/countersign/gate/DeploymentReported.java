package dev.countersign.gate;

import dev.countersign.journal.Recorded;
import java.time.Instant;
import java.util.List;

/**
 * Something was deployed: as the gate allowed, or around it.
 *
 * @param stream the story of the change it belongs to, or of its case
 * @param deviations by their codes; none if the gate let exactly this through
 */
public record DeploymentReported(
        String stream,
        String actor,
        List<String> systems,
        String repository,
        String artifact,
        String environment,
        Instant deployedAt,
        List<String> deviations,
        String bypass)
        implements Recorded {

    static DeploymentReported of(Deployment told, long id) {
        Report report = told.report();
        return new DeploymentReported(
                told.change()
                        .map(change -> change.stream())
                        .or(() -> told.bypass().map(BypassId::stream))
                        .orElse("deployment/" + id),
                told.reportedBy().value(),
                report.system().isEmpty() ? List.of() : List.of(report.system()),
                report.repository(),
                report.artifact(),
                Question.word(report.environment()),
                told.deployedAt(),
                told.deviations().stream().map(Reason::code).toList(),
                told.bypass().map(BypassId::value).orElse(""));
    }

    @Override
    public String kind() {
        return deviations.isEmpty() ? "gate.deployed" : "gate.went-around";
    }

    @Override
    public String summary() {
        return deviations.isEmpty()
                ? "reported a deployment in %s that the gate had allowed".formatted(environment)
                : "reported a deployment in %s that went around the gate: %s"
                        .formatted(environment, Denial.list(deviations));
    }
}
