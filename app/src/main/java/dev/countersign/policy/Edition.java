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
        List<EditionVote> votes,
        List<EditionWithdrawal> withdrawals) {

    private static final int LEADERS = 2;

    public Edition {
        votes = List.copyOf(votes);
        withdrawals = List.copyOf(withdrawals);
    }

    public boolean isOpen() {
        return !isDeclined() && votes.size() < LEADERS;
    }

    /** One no sends it back. */
    public boolean isDeclined() {
        return votes.stream().anyMatch(vote -> !vote.approved());
    }

    /** By two leaders, and not taken back by two. */
    public boolean isApproved() {
        return !isDeclined() && votes.size() == LEADERS && !isWithdrawn();
    }

    /** Two leaders took it back before it began; later it would have been too late. */
    public boolean isWithdrawn() {
        return withdrawals.size() == LEADERS
                && withdrawals.stream().allMatch(withdrawal -> withdrawal.at().isBefore(beginning()));
    }

    /** From when it is in force; empty unless it is approved. */
    public Optional<Instant> inForceFrom() {
        return isApproved() ? Optional.of(beginning()) : Optional.empty();
    }

    /** The later of its start and its last vote. */
    private Instant beginning() {
        return Stream.concat(Stream.of(startsAt), votes.stream().map(EditionVote::at))
                .max(Instant::compareTo)
                .orElseThrow();
    }

    boolean hasWithdrawn(PersonId person) {
        return withdrawals.stream().anyMatch(withdrawal -> withdrawal.by().equals(person));
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
                Stream.concat(votes.stream(), Stream.of(vote)).toList(),
                withdrawals);
    }
}
