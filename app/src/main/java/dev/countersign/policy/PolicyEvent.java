package dev.countersign.policy;

import dev.countersign.journal.Recorded;
import dev.countersign.moments.MomentWords;
import java.time.Instant;
import java.util.List;

/** What happened to a draft of the policy, as it goes on the record. */
public sealed interface PolicyEvent extends Recorded {

    PolicyDraftId draft();

    @Override
    default String stream() {
        return draft().stream();
    }

    @Override
    default List<String> systems() {
        return List.of();
    }

    /** Somebody began it from a table that there is. */
    record Begun(PolicyDraftId draft, String actor, String title, String origin) implements PolicyEvent {
        @Override
        public String kind() {
            return "policy.draft-begun";
        }

        @Override
        public String summary() {
            return "began the draft “%s” from %s".formatted(title, origin);
        }
    }

    /** Its table was saved anew. */
    record Edited(PolicyDraftId draft, String actor, int text, List<String> clauses) implements PolicyEvent {
        @Override
        public String kind() {
            return "policy.draft-edited";
        }

        @Override
        public String summary() {
            return "saved text %d: %s".formatted(text, String.join(", ", clauses));
        }
    }

    /** Somebody threw it away before it was proposed. */
    record Discarded(PolicyDraftId draft, String actor) implements PolicyEvent {
        @Override
        public String kind() {
            return "policy.draft-discarded";
        }

        @Override
        public String summary() {
            return "discarded it";
        }
    }

    /** Exactly this table was put before the leaders. */
    record Proposed(PolicyDraftId draft, String actor, int round, String base, Instant startsAt, String reason)
            implements PolicyEvent {
        @Override
        public String kind() {
            return "policy.edition-proposed";
        }

        @Override
        public String summary() {
            return "proposed it as %s, in force from %s".formatted(base, MomentWords.kept(startsAt));
        }
    }

    /** One leader said yes. */
    record Approved(PolicyDraftId draft, String actor, int round, int seat, String comment) implements PolicyEvent {
        @Override
        public String kind() {
            return "policy.edition-approved";
        }

        @Override
        public String summary() {
            return "approved it; another leader has to as well";
        }
    }

    /** The second leader said yes, so it is the policy from that moment. */
    record Decided(PolicyDraftId draft, String actor, int round, String base, Instant inForceFrom, String comment)
            implements PolicyEvent {
        @Override
        public String kind() {
            return "policy.edition-decided";
        }

        @Override
        public String summary() {
            return "approved it as the second leader; %s is in force from %s"
                    .formatted(base, MomentWords.kept(inForceFrom));
        }
    }

    /** A leader sent it back. */
    record Declined(PolicyDraftId draft, String actor, int round, String reason) implements PolicyEvent {
        @Override
        public String kind() {
            return "policy.edition-declined";
        }

        @Override
        public String summary() {
            return "declined it; it can be edited and proposed again";
        }
    }

    /** A leader wants that it never begins. */
    record WithdrawalAsked(PolicyDraftId draft, String actor, int round, String reason) implements PolicyEvent {
        @Override
        public String kind() {
            return "policy.edition-withdrawal-asked";
        }

        @Override
        public String summary() {
            return "wants to withdraw it before it begins; another leader has to want it as well";
        }
    }

    /** The second leader wants that too, so it never comes into force. */
    record Withdrawn(PolicyDraftId draft, String actor, int round, String base, String reason) implements PolicyEvent {
        @Override
        public String kind() {
            return "policy.edition-withdrawn";
        }

        @Override
        public String summary() {
            return "withdrew it as the second leader; %s never comes into force".formatted(base);
        }
    }
}
