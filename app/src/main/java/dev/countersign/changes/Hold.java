package dev.countersign.changes;

import dev.countersign.identity.PersonId;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody stopped a change. It goes on when one of its authors and somebody who did not write it have said so.
 *
 * @param number counts the holds of one change from 1
 */
public record Hold(
        ChangeId change,
        int number,
        PersonId by,
        String reason,
        Instant at,
        Optional<Release> author,
        Optional<Release> other) {

    /** Which of the two a release stands for. */
    public enum Side {
        AUTHOR("one of its authors"),
        OTHER("somebody who did not write it");

        /**
         * For whom somebody speaks. Who decided on it before it was known that they are behind one of its commits speaks for
         * neither.
         *
         * @param wrote whether they have an author's duty or are behind a commit
         */
        static Optional<Side> of(Optional<Duty> duty, boolean wrote) {
            if (duty.equals(Optional.of(Duty.AUTHOR))) {
                return Optional.of(AUTHOR);
            }
            return wrote ? Optional.empty() : Optional.of(OTHER);
        }

        private final String words;

        Side(String words) {
            this.words = words;
        }

        /** "… and somebody who did not write it". */
        public String words() {
            return words;
        }
    }

    /** One side's word that it may go on. */
    public record Release(PersonId by, Instant at) {}

    /** Whether it stopped the change at that moment. */
    public boolean stoodAt(Instant moment) {
        return !at.isAfter(moment)
                && (isOpen() || releases().anyMatch(release -> release.at().isAfter(moment)));
    }

    public boolean isOpen() {
        return author.isEmpty() || other.isEmpty();
    }

    /** Whose word is missing, as in "one of its authors and somebody who did not write it"; empty if nobody's. */
    public String missing() {
        return Stream.of(Side.values())
                .filter(side -> of(side).isEmpty())
                .map(Side::words)
                .collect(Collectors.joining(" and "));
    }

    /** Whether somebody has given their word on it, for whichever side. */
    boolean isReleasedBy(PersonId person) {
        return releases().anyMatch(release -> release.by().equals(person));
    }

    Stream<Release> releases() {
        return Stream.concat(author.stream(), other.stream());
    }

    Optional<Release> of(Side side) {
        return switch (side) {
            case AUTHOR -> author;
            case OTHER -> other;
        };
    }
}
