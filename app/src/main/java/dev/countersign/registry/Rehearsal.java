package dev.countersign.registry;

import dev.countersign.registry.files.BadRow;
import dev.countersign.registry.files.LeftOut;
import dev.countersign.registry.files.Taken;
import java.util.List;
import java.util.UUID;

/**
 * What a file would change, before anybody proposes it.
 *
 * @param id by which it can be looked through again with other choices, or be proposed
 * @param leftOut what is taken for nothing here, and why
 * @param taken entities under keys that do not say all that they are
 * @param owners groups and people that own something there, and are no departments here
 * @param guessed whether its encoding had to be guessed
 */
public record Rehearsal(
        UUID id,
        int added,
        int changed,
        int unchanged,
        List<Difference> differences,
        List<BadRow> bad,
        List<LeftOut> leftOut,
        List<Taken> taken,
        List<String> owners,
        boolean guessed) {

    public Rehearsal {
        differences = List.copyOf(differences);
        bad = List.copyOf(bad);
        leftOut = List.copyOf(leftOut);
        taken = List.copyOf(taken);
        owners = List.copyOf(owners);
    }

    public boolean isFine() {
        return bad.isEmpty();
    }

    /** Whether there is something to propose. */
    public boolean isNews() {
        return isFine() && added + changed > 0;
    }

    /** Whether it is about nothing that the registry keeps. */
    public boolean isForeign() {
        return isFine() && added + changed + unchanged == 0;
    }
}
