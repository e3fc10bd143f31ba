package dev.countersign.matrix;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toSet;

import dev.countersign.changes.Status;
import dev.countersign.policy.AddendumState;
import dev.countersign.policy.DraftState;
import dev.countersign.registry.ProposalState;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The states that the things of the table's scenes are in. */
final class States {

    /** Whether somebody is away; the product has no name for it, as nothing but time makes the difference. */
    enum Presence {
        AWAY_SOON,
        AWAY,
        BACK,
        AWAY_BEFORE
    }

    private static final Map<String, Enum<?>> OF = Map.ofEntries(
            entry("draft", Status.DRAFT),
            entry("checking", Status.CHECKING),
            entry("needs-work", Status.NEEDS_WORK),
            entry("in-review", Status.IN_REVIEW),
            entry("claimed", Status.IN_REVIEW),
            entry("idle", Status.IN_REVIEW),
            entry("edited", Status.IN_REVIEW),
            entry("outdated", Status.IN_REVIEW),
            entry("talked", Status.IN_REVIEW),
            entry("open-talk", Status.IN_REVIEW),
            entry("reviewed", Status.SIGN_OFF),
            entry("sign-off", Status.SIGN_OFF),
            entry("escalated", Status.ESCALATED),
            entry("approved", Status.APPROVED),
            entry("held", Status.APPROVED),
            entry("held-inside", Status.APPROVED),
            entry("window", Status.APPROVED),
            entry("key-wanted", Status.APPROVED),
            entry("key-turned", Status.APPROVED),
            entry("baking", Status.BAKING),
            entry("outcome", Status.OUTCOME),
            entry("closed", Status.CLOSED),
            entry("rejected", Status.REJECTED),
            entry("withdrawn", Status.WITHDRAWN),
            entry("discarded", Status.WITHDRAWN),
            entry("settled", Status.WITHDRAWN),
            entry("expired", Status.EXPIRED),
            entry("rolled-back", Status.ROLLED_BACK),
            entry("proposed", AddendumState.PROPOSED),
            entry("declined", AddendumState.DECLINED),
            entry("scheduled", AddendumState.SCHEDULED),
            entry("in-force", AddendumState.IN_FORCE),
            entry("amended", AddendumState.IN_FORCE),
            entry("run-out", AddendumState.EXPIRED),
            entry("ended-early", AddendumState.ENDED_EARLY),
            entry("draft-begun", DraftState.DRAFT),
            entry("draft-proposed", DraftState.PROPOSED),
            entry("draft-approved", DraftState.APPROVED),
            entry("draft-in-force", DraftState.APPROVED),
            entry("draft-discarded", DraftState.DISCARDED),
            entry("edit-proposed", ProposalState.OPEN),
            entry("override-proposed", ProposalState.OPEN),
            entry("incident-proposed", ProposalState.OPEN),
            entry("edit-adopted", ProposalState.ADOPTED),
            entry("edit-declined", ProposalState.DECLINED),
            entry("edit-withdrawn", ProposalState.WITHDRAWN),
            entry("absent-soon", Presence.AWAY_SOON),
            entry("absent", Presence.AWAY),
            entry("back", Presence.BACK),
            entry("absent-before", Presence.AWAY_BEFORE));

    private States() {}

    /** Empty for what has none. */
    static Optional<Enum<?>> of(String scene) {
        return Optional.ofNullable(OF.get(scene));
    }

    /** All that a thing can be in which is in one of these. */
    static Set<Enum<?>> all(Set<Enum<?>> some) {
        return some.stream()
                .flatMap(state -> Stream.of(state.getDeclaringClass().getEnumConstants()))
                .collect(toSet());
    }

    static void demand(String name, Scene scene) {
        if (!of(name).equals(scene.state())) {
            throw new IllegalStateException("Expected to set the scene '%s' with what is %s, but it is %s."
                    .formatted(name, of(name), scene.state()));
        }
    }
}
