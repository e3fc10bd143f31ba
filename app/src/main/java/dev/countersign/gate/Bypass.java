package dev.countersign.gate;

import dev.countersign.changes.ChangeId;
import dev.countersign.identity.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A deployment went around the gate. Whoever answers for the system explains it, and it ends when it is reverted or
 * documented; nobody is blamed.
 *
 * @param system its key as it was reported; empty if nobody could tell
 * @param change the change that it belongs to; empty if none names what was deployed
 * @param dueAt when it goes up the line
 */
public record Bypass(
        BypassId id,
        Instant openedAt,
        String system,
        String repository,
        String artifact,
        Optional<ChangeId> change,
        Level level,
        Instant dueAt,
        Optional<Settlement> settlement) {

    /** With whom it lies. */
    public enum Level {
        OWNER("the system’s owner"),
        DIRECTOR("the director"),
        VP("the VP");

        private final String words;

        Level(String words) {
            this.words = words;
        }

        /** "It lies with the director." */
        public String words() {
            return words;
        }

        /** Above the VP is nobody. */
        Level next() {
            return this == OWNER ? DIRECTOR : VP;
        }
    }

    /** How it may end. */
    public enum Way {
        REVERTED("reverted"),
        DOCUMENTED("documented");

        private final String words;

        Way(String words) {
            this.words = words;
        }

        /** "It is reverted." */
        public String words() {
            return words;
        }
    }

    /** How it ended. */
    public record Settlement(Way way, Instant at) {}

    /**
     * What somebody said of it.
     *
     * @param revertedAt when what was deployed was taken back; empty if it is to be documented
     */
    public record Account(PersonId by, Instant at, String words, Way way, Optional<Instant> revertedAt) {}

    static Bypass opened(BypassId id, Deployed deployed, Instant now, Duration within) {
        return new Bypass(
                id,
                now,
                deployed.system(),
                deployed.report().repository(),
                deployed.report().artifact(),
                deployed.standing().map(one -> one.change().id()),
                Level.OWNER,
                now.plus(within),
                Optional.empty());
    }

    public boolean isOpen() {
        return settlement.isEmpty();
    }

    public boolean isOverdue(Instant now) {
        return isOpen() && !now.isBefore(dueAt);
    }

    /** Lies with the next one up the line, who has as long. */
    Bypass raised(Instant now, Duration within) {
        return new Bypass(
                id, openedAt, system, repository, artifact, change, level.next(), now.plus(within), settlement);
    }

    Bypass settled(Way way, Instant now) {
        return new Bypass(
                id,
                openedAt,
                system,
                repository,
                artifact,
                change,
                level,
                dueAt,
                Optional.of(new Settlement(way, now)));
    }
}
