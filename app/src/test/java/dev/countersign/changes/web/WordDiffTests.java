package dev.countersign.changes.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.changes.web.WordDiff.Kind;
import dev.countersign.changes.web.WordDiff.Piece;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What differs between two texts is told in words, and what is the same does not hide it. */
class WordDiffTests {

    @Test
    void tellsTheWordThatIsAnother() {
        assertThat(WordDiff.between("Release to one host", "Release to two hosts"))
                .containsExactly(
                        new Piece(Kind.SAME, "Release to "),
                        new Piece(Kind.GONE, "one host"),
                        new Piece(Kind.NEW, "two hosts"));
    }

    @Test
    void tellsOnlyTheStepThatWasAdded() {
        String before = IntStream.range(0, 20)
                .mapToObj(n -> "Step " + n + " does a thing\n")
                .collect(Collectors.joining());
        List<Piece> pieces = WordDiff.between(before, before + "Step 20 is new");

        assertThat(pieces).extracting(Piece::kind).containsExactly(Kind.SAME, Kind.CUT, Kind.SAME, Kind.NEW);
        assertThat(pieces.getLast().words()).isEqualTo("Step 20 is new");
        assertThat(pieces.stream().mapToInt(piece -> piece.words().length()).sum())
                .isLessThan(250);
    }

    @Test
    void leavesAWordAloneThatIsFollowedBySomethingElse() {
        assertThat(WordDiff.between("Undone by: the old commit", "Undone by: the old commit\n3. Watch"))
                .containsExactly(new Piece(Kind.SAME, "Undone by: the old commit"), new Piece(Kind.NEW, "\n3. Watch"));
        assertThat(WordDiff.between("It is slow.", "It is slow. Queues fill.").getLast())
                .isEqualTo(new Piece(Kind.NEW, " Queues fill."));
        assertThat(WordDiff.between("1. One host\n   Look", "1. One host only\n   Look"))
                .containsExactly(
                        new Piece(Kind.SAME, "1. One host"),
                        new Piece(Kind.NEW, " only"),
                        new Piece(Kind.SAME, "\n   Look"));
    }

    @Test
    void tellsOfATextThatWasEmptyOrIsNow() {
        assertThat(WordDiff.between("", "All of it")).containsExactly(new Piece(Kind.NEW, "All of it"));
        assertThat(WordDiff.between("All of it", "")).containsExactly(new Piece(Kind.GONE, "All of it"));
        assertThat(WordDiff.between("", "")).isEmpty();
    }
}
