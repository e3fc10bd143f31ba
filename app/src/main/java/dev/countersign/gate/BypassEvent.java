package dev.countersign.gate;

import dev.countersign.changes.ChangeId;
import dev.countersign.gate.Bypass.Level;
import dev.countersign.gate.Bypass.Way;
import dev.countersign.journal.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happens to the case of a deployment that went around the gate. */
sealed interface BypassEvent extends Recorded {

    BypassId bypass();

    String system();

    @Override
    default String stream() {
        return bypass().stream();
    }

    @Override
    default List<String> systems() {
        return system().isEmpty() ? List.of() : List.of(system());
    }

    /** It has to be explained. */
    record Opened(
            BypassId bypass, String actor, String system, String repository, String artifact, List<String> deviations)
            implements BypassEvent {

        @Override
        public String kind() {
            return "gate.bypass-opened";
        }

        @Override
        public String summary() {
            return "opened the case; it lies with %s".formatted(Level.OWNER.words());
        }
    }

    /** Somebody who answers for the system said what happened. */
    record Explained(BypassId bypass, String actor, String system, Way way, Optional<Instant> revertedAt, String words)
            implements BypassEvent {

        @Override
        public String kind() {
            return "gate.bypass-explained";
        }

        @Override
        public String summary() {
            return switch (way) {
                case REVERTED -> "explained it: it is reverted";
                case DOCUMENTED -> "explained it: a change will document it";
            };
        }
    }

    /** Nobody settled it in time. */
    record Raised(BypassId bypass, String actor, String system, Level level, Instant due) implements BypassEvent {

        @Override
        public String kind() {
            return "gate.bypass-raised";
        }

        @Override
        public String summary() {
            return "handed it up to %s".formatted(level.words());
        }
    }

    /** Somebody began to write it down. */
    record Documenting(BypassId bypass, String actor, String system, ChangeId change) implements BypassEvent {

        @Override
        public String kind() {
            return "gate.bypass-documenting";
        }

        @Override
        public String summary() {
            return "began %s to document it".formatted(change);
        }
    }

    /** It ended. */
    record Settled(BypassId bypass, String actor, String system, Way way) implements BypassEvent {

        @Override
        public String kind() {
            return "gate.bypass-settled";
        }

        @Override
        public String summary() {
            return "closed it as %s".formatted(way.words());
        }
    }
}
