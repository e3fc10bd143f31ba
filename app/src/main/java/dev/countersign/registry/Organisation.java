package dev.countersign.registry;

import dev.countersign.identity.PersonId;
import java.util.List;

/** All departments below one VP. */
public record Organisation(PersonId vp, List<Part> parts) {

    /** A department with how many systems it has, how many of them are Tier-1, and the most critical ones. */
    public record Part(Department department, int systems, int tierOne, List<ProductionSystem> mostCritical) {}

    public int systems() {
        return parts.stream().mapToInt(Part::systems).sum();
    }

    public int tierOne() {
        return parts.stream().mapToInt(Part::tierOne).sum();
    }
}
