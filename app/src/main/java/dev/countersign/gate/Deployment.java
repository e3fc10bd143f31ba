package dev.countersign.gate;

import dev.countersign.changes.ChangeId;
import dev.countersign.identity.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A deployment that was reported, and what the house makes of it. It is kept as it was judged then.
 *
 * @param change the change that it belongs to; empty if none names what was deployed
 * @param deviations everything that was not as the gate wants it; none means that it is explained
 * @param bypass the case that explains it, or has to
 */
public record Deployment(
        long id,
        Report report,
        Instant reportedAt,
        PersonId reportedBy,
        Instant deployedAt,
        Optional<ChangeId> change,
        List<Reason> deviations,
        Optional<BypassId> bypass) {

    public Deployment {
        deviations = List.copyOf(deviations);
    }

    public boolean explained() {
        return deviations.isEmpty();
    }
}
