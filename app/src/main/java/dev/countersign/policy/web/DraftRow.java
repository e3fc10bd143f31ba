package dev.countersign.policy.web;

import dev.countersign.identity.PersonId;
import dev.countersign.policy.Edition;
import dev.countersign.policy.Editions;
import dev.countersign.policy.Editions.InForce;
import dev.countersign.policy.PolicyDraft;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A draft as one line of a list, and at the top of its page.
 *
 * @param from since when it is in force, or from when on
 */
record DraftRow(
        String id,
        String title,
        String origin,
        DraftBadge badge,
        List<String> editors,
        @Nullable Instant from) {

    /** How the standing of a draft looks. */
    record DraftBadge(String tone, String icon, String words) {}

    /** Puts drafts into words; whether one is in force depends on all the others. */
    @Component
    static class Describing {

        private final Editions editions;
        private final LeaderNames names;
        private final Clock clock;

        Describing(Editions editions, LeaderNames names, Clock clock) {
            this.editions = editions;
            this.names = names;
            this.clock = clock;
        }

        List<DraftRow> rows(List<PolicyDraft> drafts) {
            Optional<InForce> now = editions.at(clock.instant());
            Function<PersonId, String> name = names.of(drafts.stream()
                    .flatMap(draft -> draft.editors().stream())
                    .distinct()
                    .toList());
            return drafts.stream().map(draft -> row(draft, now, name)).toList();
        }

        private DraftRow row(PolicyDraft draft, Optional<InForce> now, Function<PersonId, String> name) {
            return new DraftRow(
                    draft.id().value(),
                    draft.title(),
                    draft.origin(),
                    badge(draft, now),
                    draft.editors().stream().map(name).sorted().toList(),
                    draft.edition().flatMap(Edition::inForceFrom).orElse(null));
        }

        private DraftBadge badge(PolicyDraft draft, Optional<InForce> now) {
            return switch (draft.state()) {
                case DRAFT ->
                    draft.edition()
                            .map(edition ->
                                    new DraftBadge("warn", "undo-2", edition.isWithdrawn() ? "Withdrawn" : "Sent back"))
                            .orElseGet(() -> new DraftBadge("", "pencil", "Draft"));
                case PROPOSED -> new DraftBadge("active", "hourglass", "Awaiting leaders");
                case APPROVED -> approved(draft, now);
                case DISCARDED -> new DraftBadge("", "trash-2", "Discarded");
            };
        }

        private DraftBadge approved(PolicyDraft draft, Optional<InForce> now) {
            Instant from = draft.edition().flatMap(Edition::inForceFrom).orElseThrow();
            if (clock.instant().isBefore(from)) {
                return new DraftBadge("active", "calendar-clock", "Approved, to come");
            }
            return now.filter(it -> it.draft().equals(draft.id())).isPresent()
                    ? new DraftBadge("good", "circle-check", "In force")
                    : new DraftBadge("", "history", "Superseded");
        }
    }
}
