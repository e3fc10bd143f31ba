package dev.countersign.reviews;

import dev.countersign.identity.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Why a review is on somebody's list in particular, as it is told to them. */
public sealed interface Nudge {

    /** Who brought it there; empty if nobody did. */
    Optional<PersonId> by();

    String words(Function<PersonId, String> names);

    /** Somebody asks them for it. */
    record Asked(PersonId who) implements Nudge {
        @Override
        public Optional<PersonId> by() {
            return Optional.of(who);
        }

        @Override
        public String words(Function<PersonId, String> names) {
            return names.apply(who) + " asks you.";
        }
    }

    /** Somebody who answers for the change gave it to them. */
    record Given(PersonId who, String reason) implements Nudge {
        @Override
        public Optional<PersonId> by() {
            return Optional.of(who);
        }

        @Override
        public String words(Function<PersonId, String> names) {
            return "%s gave it to you: %s".formatted(names.apply(who), reason);
        }
    }

    /** They were reminded when half the time had passed. */
    record Reminded() implements Nudge {
        @Override
        public Optional<PersonId> by() {
            return Optional.empty();
        }

        @Override
        public String words(Function<PersonId, String> names) {
            return "Half the time for it had passed when you were reminded.";
        }
    }

    /** They know what is changed. */
    record Knows(List<String> systems) implements Nudge {
        @Override
        public Optional<PersonId> by() {
            return Optional.empty();
        }

        @Override
        public String words(Function<PersonId, String> names) {
            return "You know %s.".formatted(String.join(", ", systems));
        }
    }
}
