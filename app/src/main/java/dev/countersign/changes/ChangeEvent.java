package dev.countersign.changes;

import dev.countersign.journal.Recorded;
import dev.countersign.policy.Shift;
import dev.countersign.spelling.CommitSha;
import java.time.Instant;
import java.util.List;

/** What happened to a change, as it goes on the record. */
public sealed interface ChangeEvent extends Recorded {

    ChangeId change();

    @Override
    default String stream() {
        return change().stream();
    }

    /** A first revision was handed in and judged by the policy then in force. */
    record Submitted(
            ChangeId change,
            String actor,
            List<String> systems,
            int revision,
            String hash,
            String policyVersion,
            Instant at)
            implements ChangeEvent {
        @Override
        public String kind() {
            return "changes.submitted";
        }

        @Override
        public String summary() {
            return "submitted revision %d under policy %s".formatted(revision, policyVersion);
        }
    }

    /** A later revision was handed in; what was approved before is void. */
    record Amended(ChangeId change, String actor, List<String> systems, int revision, String hash, List<String> fields)
            implements ChangeEvent {
        @Override
        public String kind() {
            return "changes.amended";
        }

        @Override
        public String summary() {
            return "submitted revision %d, changing %s".formatted(revision, DocumentField.words(fields));
        }
    }

    /** It was edited on its way, in its wording only: what was decided counts for this revision too. */
    record Reworded(
            ChangeId change,
            String actor,
            List<String> systems,
            int revision,
            String hash,
            List<String> fields,
            int since,
            Status in)
            implements ChangeEvent {
        @Override
        public String kind() {
            return "changes.reworded";
        }

        @Override
        public String summary() {
            return "edited only the wording in revision %d, changing %s; decisions since revision %d still count"
                    .formatted(revision, DocumentField.words(fields), since);
        }
    }

    /** It was edited on its way and became another change: what was decided before is void. */
    record Reworked(
            ChangeId change,
            String actor,
            List<String> systems,
            int revision,
            String hash,
            List<String> fields,
            Status from)
            implements ChangeEvent {
        @Override
        public String kind() {
            return "changes.reworked";
        }

        @Override
        public String summary() {
            return "edited it in revision %d, changing %s; earlier decisions are void and it is checked again"
                    .formatted(revision, DocumentField.words(fields));
        }
    }

    /** The policy said what the revision must have. */
    record Assessed(
            ChangeId change,
            String actor,
            List<String> systems,
            int revision,
            int reviews,
            boolean directorSignOff,
            boolean vpApproval,
            boolean secondKey,
            List<String> clauses)
            implements ChangeEvent {
        @Override
        public String kind() {
            return "changes.assessed";
        }

        @Override
        public String summary() {
            return "demanded %d review%s%s%s%s"
                    .formatted(
                            reviews,
                            reviews == 1 ? "" : "s",
                            directorSignOff ? ", a director's sign-off" : "",
                            vpApproval ? ", a VP's approval" : "",
                            secondKey ? ", a second key" : "");
        }
    }

    /** Its director had it judged by today's policy. */
    record Rejudged(
            ChangeId change,
            String actor,
            List<String> systems,
            int revision,
            String fromPolicy,
            String toPolicy,
            List<String> more,
            List<String> less,
            Status from,
            Status to)
            implements ChangeEvent {
        @Override
        public String kind() {
            return "changes.rejudged";
        }

        @Override
        public String summary() {
            return "had it judged by %s instead of %s: %s"
                    .formatted(
                            toPolicy,
                            fromPolicy,
                            more.isEmpty() && less.isEmpty() ? "nothing else is demanded" : differences());
        }

        private String differences() {
            String added = more.isEmpty() ? "" : "demands " + Shift.listed(more);
            String dropped = less.isEmpty() ? "" : "no longer demands " + Shift.listed(less);
            return added.isEmpty() || dropped.isEmpty() ? added + dropped : added + ", " + dropped;
        }
    }

    /** Somebody stopped it; it moves on, but nothing of it goes through the gate. */
    record Held(ChangeId change, String actor, List<String> systems, int number, String reason) implements ChangeEvent {
        @Override
        public String kind() {
            return "changes.held";
        }

        @Override
        public String summary() {
            return "held it: " + reason;
        }
    }

    /**
     * One side said that it may go on.
     *
     * @param missing whose word is missing still; empty if nobody's
     */
    record Released(ChangeId change, String actor, List<String> systems, int number, Hold.Side side, String missing)
            implements ChangeEvent {
        @Override
        public String kind() {
            return missing.isEmpty() ? "changes.released" : "changes.release-agreed";
        }

        @Override
        public String summary() {
            return missing.isEmpty()
                    ? "lifted the hold"
                    : "agreed to lift the hold; %s must agree, too".formatted(missing);
        }
    }

    /**
     * A pipeline told who had a hand in one of its commits.
     *
     * @param people those of them who are known here
     * @param unknown how many others there are
     */
    record CommitTold(
            ChangeId change,
            String actor,
            List<String> systems,
            String repository,
            String sha,
            List<String> people,
            int unknown)
            implements ChangeEvent {
        @Override
        public String kind() {
            return "changes.commit-told";
        }

        @Override
        public String summary() {
            String known = people.isEmpty() ? "nobody who is known here" : String.join(", ", people);
            return "reported who is behind commit %s: %s%s"
                    .formatted(CommitSha.brief(sha), known, unknown == 0 ? "" : " and %d unknown".formatted(unknown));
        }
    }

    /** Somebody else answers for it now. */
    record HandedOver(ChangeId change, String actor, List<String> systems, String from, String to, String reason)
            implements ChangeEvent {
        @Override
        public String kind() {
            return "changes.handed-over";
        }

        @Override
        public String summary() {
            return actor.equals(from)
                    ? "handed it over to %s: %s".formatted(to, reason)
                    : "handed it over from %s to %s: %s".formatted(from, to, reason);
        }
    }

    /** The change moved to another state. */
    record Moved(ChangeId change, String actor, List<String> systems, Status from, Status to, String reason)
            implements ChangeEvent {
        @Override
        public String kind() {
            return "changes." + to.word();
        }

        @Override
        public String summary() {
            return reason;
        }
    }
}
