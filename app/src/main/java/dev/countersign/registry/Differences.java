package dev.countersign.registry;

import dev.countersign.refusals.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a proposal changes, and whether what its author saw is still true. */
@Component
public class Differences {

    private final Facts facts;

    Differences(Facts facts) {
        this.facts = facts;
    }

    /** The first few of them; a file may have thousands. Of a proposal that is settled, `is` means what was true then. */
    public List<Difference> of(Edit edit, boolean open, int most) {
        return edit.descriptions()
                .limit(most)
                .map(wanted -> difference(wanted, open))
                .toList();
    }

    /** Those that somebody else changed since the proposal was made. */
    public List<Difference> overtaken(Edit edit) {
        return stale(edit).map(wanted -> difference(wanted, true)).toList();
    }

    void demandStillTrue(ProposalId id, Edit edit) {
        List<String> stale =
                stale(edit).map(wanted -> wanted.facts().key()).limit(5).toList();
        if (!stale.isEmpty()) {
            throw Refusal.conflict("registry.overtaken")
                    .cannot("put %s in force", id)
                    .because("others have changed %s since it was made", String.join(", ", stale))
                    .instead(
                            "Compare what was, what is now and what it wants. Whoever made it can withdraw it and make it again.");
        }
    }

    private Stream<? extends Revised<? extends Described>> stale(Edit edit) {
        var systems = facts.systems(keys(edit.systems()));
        var departments = facts.departments(keys(edit.departments()));
        return Stream.of(
                        edit.systems().stream().filter(wanted -> from(systems.get(key(wanted))) != wanted.from()),
                        edit.departments().stream()
                                .filter(wanted -> from(departments.get(key(wanted))) != wanted.from()),
                        edit.incidents().stream().filter(wanted -> facts.newest(wanted.facts()) != wanted.from()))
                .flatMap(stale -> stale);
    }

    private Difference difference(Revised<? extends Described> wanted, boolean open) {
        Optional<? extends Described> was = facts.revision(wanted);
        int newest = open ? facts.newest(wanted.facts()) : wanted.from();
        boolean overtaken = newest != wanted.from();
        Optional<? extends Described> is = overtaken ? facts.revision(new Revised<>(newest, wanted.facts())) : was;
        return Difference.between(was, is, wanted.facts(), overtaken);
    }

    private static List<String> keys(List<? extends Revised<? extends Described>> revised) {
        return revised.stream().map(Differences::key).toList();
    }

    private static String key(Revised<? extends Described> revised) {
        return revised.facts().key();
    }

    private static int from(@Nullable Revised<?> known) {
        return known == null ? 0 : known.from();
    }
}
