package dev.countersign.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.identity.PersonId;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTests {

    private static final Candidate IDLE = candidate("idle");
    private static final Candidate OWNER =
            new Candidate(new PersonId("owner"), "", List.of("cart-api"), List.of(), true, 0, 0, 0, List.of());
    private static final Candidate NEIGHBOUR =
            new Candidate(new PersonId("near"), "", List.of(), List.of(), true, 0, 0, 0, List.of());

    @Test
    void prefersWhoIsCloserToWhatIsChanged() {
        assertThat(order(IDLE, NEIGHBOUR, knows(0, 0, 0), OWNER)).containsExactly("owner", "knows", "near", "idle");
    }

    @Test
    void prefersWhoHasLittleToDoToAnExpertWhoHasTooMuch() {
        assertThat(order(knows(2, 0, 0), IDLE)).containsExactly("knows", "idle");
        assertThat(order(knows(2, 2, 0), IDLE)).containsExactly("idle", "knows");
    }

    @Test
    void countsFiveVerdictsOfTheWeekAsOnePieceOfWork() {
        assertThat(order(knows(3, 0, 4), IDLE)).containsExactly("idle", "knows");
        assertThat(knows(0, 0, 4).load()).isZero();
        assertThat(knows(0, 0, 5).load()).isOne();
    }

    @Test
    void putsWhoWouldHaveToDeclareATieBehindEverybodyElse() {
        Candidate tied = OWNER.tiedBy(List.of(new Relation(Tie.RECIPROCAL, new PersonId("ada"))));
        assertThat(order(tied, IDLE)).containsExactly("idle", "owner");
    }

    @Test
    void namesNoMoreThanAreAskedFor() {
        assertThat(Ranking.of(List.of(IDLE, OWNER, NEIGHBOUR), 2)).containsExactly(OWNER, NEIGHBOUR);
    }

    @Test
    void givesItsReasonsInWords() {
        Candidate busy = knows(1, 2, 7).tiedBy(List.of(new Relation(Tie.RECIPROCAL, new PersonId("ada"))));
        assertThat(new Suggestion(busy.id(), busy.name(), busy.reasons("checkout")).words())
                .startsWith(
                        "knows cart-api; has 1 review claimed; is asked for 2 more; decided 7 this week; would declare a tie:")
                .contains("ada, who wrote it");
        assertThat(new Suggestion(IDLE.id(), IDLE.name(), IDLE.reasons("checkout")).words())
                .isEqualTo("has nothing claimed");
        assertThat(NEIGHBOUR.reasons("checkout").getFirst().words()).isEqualTo("owns another system of checkout");
    }

    private static List<String> order(Candidate... candidates) {
        return Ranking.of(List.of(candidates), 9).stream()
                .map(candidate -> candidate.id().value())
                .toList();
    }

    private static Candidate knows(int claims, int asked, int decided) {
        return new Candidate(
                new PersonId("knows"), "", List.of(), List.of("cart-api"), false, claims, asked, decided, List.of());
    }

    private static Candidate candidate(String name) {
        return new Candidate(new PersonId(name), "", List.of(), List.of(), false, 0, 0, 0, List.of());
    }
}
