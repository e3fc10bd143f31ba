package dev.countersign.reviews;

import dev.countersign.journal.Recorded;
import dev.countersign.moments.MomentWords;
import java.time.Instant;
import java.util.List;

/** Who is away and who decides meanwhile, as it goes on the record: one chain for each person. */
sealed interface AbsenceEvent extends Recorded {

    /** Whose absence it is. */
    String person();

    long absence();

    @Override
    default String stream() {
        return "absence/" + person();
    }

    @Override
    default List<String> systems() {
        return List.of();
    }

    /** Somebody will be away, or is. */
    record Declared(long absence, String person, String actor, Instant from, Instant until, String reason)
            implements AbsenceEvent {
        @Override
        public String kind() {
            return "reviews.absence-declared";
        }

        @Override
        public String summary() {
            String span = "from %s to %s: %s".formatted(MomentWords.kept(from), MomentWords.kept(until), reason);
            return actor.equals(person) ? "is away " + span : "declared that %s is away ".formatted(person) + span;
        }
    }

    /**
     * Somebody decides for them meanwhile.
     *
     * @param department where; empty if in everything they lead
     */
    record Delegated(long absence, String person, String actor, String delegate, String department)
            implements AbsenceEvent {
        @Override
        public String kind() {
            return "reviews.delegate-named";
        }

        @Override
        public String summary() {
            return "named %s to decide for %s %s"
                    .formatted(delegate, person, department.isEmpty() ? "in all that they lead" : "in " + department);
        }
    }

    /** They are back before its time, or it was called off. */
    record Ended(long absence, String person, String actor) implements AbsenceEvent {
        @Override
        public String kind() {
            return "reviews.absence-ended";
        }

        @Override
        public String summary() {
            return "ended the absence of %s, and with it what others decide for them".formatted(person);
        }
    }
}
