package dev.countersign.registry;

import dev.countersign.journal.Recorded;
import java.util.List;

/** A system entered Tier-1 or left it. */
record TierMoved(String system, int was, int tier, TierCause because) implements Recorded {

    @Override
    public String stream() {
        return "system/" + system;
    }

    @Override
    public String kind() {
        return tier == 1 ? "registry.tier-one-entered" : "registry.tier-one-left";
    }

    @Override
    public String actor() {
        return HOUSE;
    }

    @Override
    public List<String> systems() {
        return List.of(system);
    }

    @Override
    public String summary() {
        return tier == 1
                ? "noted that %s entered Tier-1, because %s".formatted(system, because.words())
                : "noted that %s left Tier-1 for tier %d, because %s".formatted(system, tier, because.words());
    }
}
