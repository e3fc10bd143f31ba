package dev.countersign.policy;

import dev.countersign.identity.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A draft as it was proposed once: exactly this table from that moment on, and what leaders said of it.
 *
 * @param base the id of the kept table
 * @param startsAt when it is to begin; it cannot before the second leader has said yes
 */
public record Edition(
        int round,
        String base,
        Instant startsAt,
        String reason,
        PersonId proposedBy,
        Instant proposedAt,
        List<EditionVote> votes) {

    private static final int LEADERS = 2;

    public Edition {
        votes = List.copyOf(votes);
    }

    public boolean isOpen() {
        return !isDeclined() && votes.size() < LEADERS;
    }

    /** One no sends it back. */
    public boolean isDeclined() {
        return votes.stream().anyMatch(vote -> !vote.approved());
    }

    public boolean isApproved() {
        return !isDeclined() && votes.size() == LEADERS;
    }

    /** From when it is in force; empty unless two leaders approved it. */
    public Optional<Instant> inForceFrom() {
        return isApproved()
                ? Stream.concat(Stream.of(startsAt), votes.stream().map(EditionVote::at))
                        .max(Instant::compareTo)
                : Optional.empty();
    }

    /** The seats that nobody has taken; none once it is decided. */
    List<Integer> freeSeats() {
        return IntStream.rangeClosed(1, LEADERS)
                .filter(seat -> isOpen() && votes.stream().noneMatch(vote -> vote.seat() == seat))
                .boxed()
                .toList();
    }

    boolean hasVoted(PersonId person) {
        return votes.stream().anyMatch(vote -> vote.by().equals(person));
    }

    Edition with(EditionVote vote) {
        return new Edition(
                round,
                base,
                startsAt,
                reason,
                proposedBy,
                proposedAt,
                Stream.concat(votes.stream(), Stream.of(vote)).toList());
    }
}
