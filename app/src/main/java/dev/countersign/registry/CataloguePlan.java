package dev.countersign.registry;

import java.util.List;

/**
 * A catalogue as it would become an edit.
 *
 * @param comparison only of what is right
 * @param flaws what has to be put right first
 */
public record CataloguePlan(Comparison comparison, List<Flaw> flaws) {

    public CataloguePlan {
        flaws = List.copyOf(flaws);
    }
}
