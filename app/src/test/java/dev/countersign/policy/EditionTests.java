package dev.countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Personas;
import dev.countersign.identity.Person;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What two leaders decided of a table, and from when on it counts. */
class EditionTests {

    static final Instant PROPOSED = Instant.parse("2026-11-23T09:00:00Z");
    static final Instant STARTS = Instant.parse("2026-11-24T00:00:00Z");
    private static final Instant EARLY = STARTS.minusSeconds(3_600);

    @Test
    void waitsForTwoLeaders() {
        assertThat(edition().isOpen()).isTrue();
        assertThat(edition().freeSeats()).containsExactly(1, 2);
        Edition half = edition(vote(1, Personas.GRACE, true, EARLY));
        assertThat(half.isOpen()).isTrue();
        assertThat(half.isApproved()).isFalse();
        assertThat(half.inForceFrom()).isEmpty();
        assertThat(half.freeSeats()).containsExactly(2);
        Edition whole = half.with(vote(2, Personas.ELENA, true, EARLY));
        assertThat(whole.isOpen()).isFalse();
        assertThat(whole.isApproved()).isTrue();
        assertThat(whole.freeSeats()).isEmpty();
    }

    /** One no is enough, and nobody is asked any more. */
    @Test
    void isOverWithTheFirstNo() {
        Edition declined = edition(vote(1, Personas.GRACE, false, EARLY));
        assertThat(declined.isOpen()).isFalse();
        assertThat(declined.isDeclined()).isTrue();
        assertThat(declined.freeSeats()).isEmpty();
        assertThat(declined.with(vote(2, Personas.ELENA, true, EARLY)).isApproved())
                .isFalse();
    }

    @Test
    void countsFromItsTimeOnOrFromTheLastVoteIfThatIsLater() {
        assertThat(approvedAt(EARLY).inForceFrom()).contains(STARTS);
        assertThat(approvedAt(STARTS.plusSeconds(1)).inForceFrom()).contains(STARTS.plusSeconds(1));
    }

    @Test
    void isWithdrawnByTwoLeadersBeforeItBegins() {
        Edition approved = approvedAt(EARLY);
        assertThat(withdrawn(approved, STARTS.minusNanos(1)).isWithdrawn()).isFalse();
        Edition withdrawn = withdrawn(approved, STARTS.minusNanos(2), STARTS.minusNanos(1));
        assertThat(withdrawn.isWithdrawn()).isTrue();
        assertThat(withdrawn.isApproved()).isFalse();
        assertThat(withdrawn.inForceFrom()).isEmpty();
        assertThat(withdrawn(approved, STARTS.minusNanos(1), STARTS).isWithdrawn())
                .isFalse();
    }

    @Test
    void knowsWhoHasSpoken() {
        Edition half = edition(vote(1, Personas.GRACE, true, EARLY));
        assertThat(half.hasVoted(Personas.GRACE.id())).isTrue();
        assertThat(half.hasVoted(Personas.ELENA.id())).isFalse();
        assertThat(withdrawn(approvedAt(EARLY), EARLY).hasWithdrawn(Personas.HUGO.id()))
                .isTrue();
        assertThat(withdrawn(approvedAt(EARLY), EARLY).hasWithdrawn(Personas.GRACE.id()))
                .isFalse();
    }

    static Edition edition(EditionVote... votes) {
        return new Edition(1, "base-2", STARTS, "Better.", Personas.JONAS.id(), PROPOSED, List.of(votes), List.of());
    }

    static EditionVote vote(int seat, Person by, boolean approved, Instant at) {
        return new EditionVote(seat, by.id(), approved, "", at);
    }

    /** Both leaders' last word comes at that moment. */
    static Edition approvedAt(Instant last) {
        return edition(vote(1, Personas.GRACE, true, PROPOSED), vote(2, Personas.ELENA, true, last));
    }

    /** By Hugo, and by Farid if there are two. */
    static Edition withdrawn(Edition edition, Instant... at) {
        List<Person> leaders = List.of(Personas.HUGO, Personas.FARID);
        return new Edition(
                edition.round(),
                edition.base(),
                edition.startsAt(),
                edition.reason(),
                edition.proposedBy(),
                edition.proposedAt(),
                edition.votes(),
                Arrays.stream(at)
                        .map(moment -> new EditionWithdrawal(
                                1,
                                leaders.get(Arrays.asList(at).indexOf(moment)).id(),
                                "No.",
                                moment))
                        .toList());
    }
}
