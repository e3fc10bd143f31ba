package dev.countersign.reviews;

import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Duty;
import dev.countersign.identity.PersonId;
import dev.countersign.journal.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What reviewers and leaders did, as it goes on the record. */
public sealed interface ReviewEvent extends Recorded {

    String VERDICT_GIVEN = "reviews.verdict-given";

    ChangeId change();

    @Override
    default String stream() {
        return change().stream();
    }

    /** Somebody took a task. */
    record Claimed(ChangeId change, String actor, List<String> systems, long task, String element)
            implements ReviewEvent {
        @Override
        public String kind() {
            return "reviews.claimed";
        }

        @Override
        public String summary() {
            return "claimed the %s".formatted(Seat.words(element));
        }
    }

    /** Somebody took a task from another who had claimed it long ago. */
    record TakenOver(ChangeId change, String actor, List<String> systems, long task, String element, String before)
            implements ReviewEvent {
        @Override
        public String kind() {
            return "reviews.taken-over";
        }

        @Override
        public String summary() {
            return "took over the %s that %s had claimed".formatted(Seat.words(element), before);
        }
    }

    /** Somebody gave a task back. */
    record Released(ChangeId change, String actor, List<String> systems, long task, String element)
            implements ReviewEvent {
        @Override
        public String kind() {
            return "reviews.released";
        }

        @Override
        public String summary() {
            return "released the %s".formatted(Seat.words(element));
        }
    }

    /**
     * A review was handed to somebody.
     *
     * @param before who had claimed it; empty if nobody had
     */
    record Reassigned(
            ChangeId change, String actor, List<String> systems, long task, String before, String to, String reason)
            implements ReviewEvent {
        @Override
        public String kind() {
            return "reviews.reassigned";
        }

        @Override
        public String summary() {
            String from = before.isEmpty() ? "" : " that %s had claimed".formatted(before);
            return "gave the review%s to %s: %s".formatted(from, to, reason);
        }
    }

    /** Somebody was asked for a review. */
    record Asked(ChangeId change, String actor, List<String> systems, PersonId person) implements ReviewEvent {
        @Override
        public String kind() {
            return "reviews.asked";
        }

        @Override
        public String summary() {
            return "asked %s for a review".formatted(person);
        }
    }

    /** People were turned to because the reviews take long. */
    record Called(ChangeId change, String actor, List<String> systems, Step step, Instant due, List<PersonId> people)
            implements ReviewEvent {
        @Override
        public String kind() {
            return "reviews.called";
        }

        @Override
        public String summary() {
            String names = people.stream().map(PersonId::value).collect(Collectors.joining(", "));
            if (step.asksToFind()) {
                return "called %s as %s: the reviews take too long".formatted(names, step.words());
            }
            return people.isEmpty()
                    ? "found nobody to remind when half the time for the reviews had passed"
                    : "reminded %s when half the time for the reviews had passed".formatted(names);
        }
    }

    /**
     * Somebody spoke. The sentence does not say what, because another reviewer may still be reading.
     *
     * @param onBehalfOf the absent leader for whom they did; empty if for themselves
     * @param salt keeps the entry's hash, which anybody may see, from telling what was said to who tries all answers
     */
    record VerdictGiven(
            ChangeId change,
            String actor,
            List<String> systems,
            int revision,
            String hash,
            Duty duty,
            int slot,
            Answer answer,
            String comment,
            String onBehalfOf,
            String salt)
            implements ReviewEvent {
        @Override
        public String kind() {
            return VERDICT_GIVEN;
        }

        @Override
        public String summary() {
            return duty == Duty.REVIEWER
                    ? "gave a verdict on revision %d".formatted(revision)
                    : "%s revision %d".formatted(answer.pastTense(), revision) + suffix();
        }

        private String suffix() {
            return onBehalfOf.isEmpty() ? "" : " for " + onBehalfOf;
        }
    }
}
