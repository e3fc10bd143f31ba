package dev.countersign.changes;

import dev.countersign.policy.Explanation;
import dev.countersign.policy.Requirements;
import dev.countersign.registry.ProductionSystem;
import java.util.List;

/**
 * What a text would need if it were submitted at this moment.
 *
 * @param leading the most critical system that it reaches
 * @param unnamed systems that count though nobody named them: they are built from its repository
 * @param overlaps some of the changes that reach one of its systems in an overlapping window
 */
public record Outlook(
        Requirements requirements,
        Explanation explanation,
        ProductionSystem leading,
        List<ProductionSystem> unnamed,
        List<Overlap> overlaps) {

    public Outlook {
        unnamed = List.copyOf(unnamed);
        overlaps = List.copyOf(overlaps);
    }
}
