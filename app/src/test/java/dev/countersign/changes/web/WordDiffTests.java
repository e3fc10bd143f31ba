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
    void tellsOfATextThatWasEmptyOrIsNow() {
        assertThat(WordDiff.between("", "All of it")).containsExactly(new Piece(Kind.NEW, "All of it"));
        assertThat(WordDiff.between("All of it", "")).containsExactly(new Piece(Kind.GONE, "All of it"));
        assertThat(WordDiff.between("", "")).isEmpty();
    }
}
