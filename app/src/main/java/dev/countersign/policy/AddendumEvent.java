package dev.countersign.policy;

import dev.countersign.journal.Recorded;
import dev.countersign.moments.MomentWords;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happened to an addendum, as it goes on the record. */
public sealed interface AddendumEvent extends Recorded {

    AddendumId addendum();

    @Override
    default String stream() {
        return addendum().stream();
    }

    @Override
    default List<String> systems() {
        return List.of();
    }

    /** A VP asked for it. */
    record Proposed(
            AddendumId addendum,
            String actor,
            String title,
            String reason,
            int days,
            Scope scope,
            Optional<Instant> startsOn)
            implements AddendumEvent {
        @Override
        public String kind() {
            return "policy.addendum-proposed";
        }

        @Override
        public String summary() {
            return "proposed “%s” for changes to %s, for %d days".formatted(title, scope.words(), days);
        }
    }

    /** A second leader said yes, and it is in force. */
    record Approved(AddendumId addendum, String actor, String comment, Instant startsAt, Instant endsAt)
            implements AddendumEvent {
        @Override
        public String kind() {
            return "policy.addendum-approved";
        }

        @Override
        public String summary() {
            return "approved it; in force from %s until %s"
                    .formatted(MomentWords.kept(startsAt), MomentWords.kept(endsAt));
        }
    }

    /** A second leader said no. */
    record Declined(AddendumId addendum, String actor, String reason) implements AddendumEvent {
        @Override
        public String kind() {
            return "policy.addendum-declined";
        }

        @Override
        public String summary() {
            return "declined it";
        }
    }

    /** A leader asked to move its end. */
    record AmendmentProposed(AddendumId addendum, String actor, int number, Optional<Instant> newEnd, String reason)
            implements AddendumEvent {
        @Override
        public String kind() {
            return "policy.amendment-proposed";
        }

        @Override
        public String summary() {
            return newEnd.map(MomentWords::kept)
                    .map("proposed to extend it until %s"::formatted)
                    .orElse("proposed to end it early");
        }
    }

    /** A second leader agreed to move its end. */
    record AmendmentApproved(
            AddendumId addendum, String actor, int number, Instant endsAt, boolean early, String comment)
            implements AddendumEvent {
        @Override
        public String kind() {
            return early ? "policy.addendum-ended-early" : "policy.addendum-extended";
        }

        @Override
        public String summary() {
            return early
                    ? "approved its early end; it is over"
                    : "approved its extension until %s".formatted(MomentWords.kept(endsAt));
        }
    }

    /** A second leader agreed to a further extension, which takes a third. */
    record AmendmentSeconded(AddendumId addendum, String actor, int number, String comment) implements AddendumEvent {
        @Override
        public String kind() {
            return "policy.amendment-seconded";
        }

        @Override
        public String summary() {
            return "approved a further extension; a third leader has to approve it, too";
        }
    }

    /** Leaders were told that the end comes near. */
    record Reminded(AddendumId addendum, String actor, int daysBefore, Instant endsAt) implements AddendumEvent {
        @Override
        public String kind() {
            return "policy.addendum-reminded";
        }

        @Override
        public String summary() {
            return "reminded leaders that it ends at %s, %s before"
                    .formatted(MomentWords.kept(endsAt), daysBefore == 1 ? "a day" : daysBefore + " days");
        }
    }

    /** A VP said what comes after the end. */
    record Chosen(
            AddendumId addendum,
            String actor,
            Choice.Kind choice,
            String reason,
            Instant endsAt,
            Optional<PolicyDraftId> draft)
            implements AddendumEvent {
        @Override
        public String kind() {
            return "policy.addendum-end-decided";
        }

        @Override
        public String summary() {
            return "decided to %s when it ends at %s".formatted(choice.words(), MomentWords.kept(endsAt))
                    + draft.map(" by draft %s"::formatted).orElse("");
        }
    }

    /** A second leader left its end where it is. */
    record AmendmentDeclined(AddendumId addendum, String actor, int number, String reason) implements AddendumEvent {
        @Override
        public String kind() {
            return "policy.amendment-declined";
        }

        @Override
        public String summary() {
            return "declined to move its end";
        }
    }

    /** Its end has passed, and nobody had to do anything for it. */
    record Expired(AddendumId addendum, String actor, Instant endsAt, Optional<Integer> lapsedAmendment)
            implements AddendumEvent {
        @Override
        public String kind() {
            return "policy.addendum-expired";
        }

        @Override
        public String summary() {
            return "noted that it ended at %s".formatted(MomentWords.kept(endsAt))
                    + lapsedAmendment
                            .map("; proposal %d on it lapsed"::formatted)
                            .orElse("");
        }
    }
}
