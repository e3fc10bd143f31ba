package dev.countersign.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.changes.Authorship.Part;
import dev.countersign.changes.CommitRows.Known;
import dev.countersign.identity.PersonId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HiddenAuthorsTests {

    private static final String SHA = SampleDocument.SHA;
    private static final Known CHLOE = hand(Part.CODE_AUTHOR, "chloe", "chloe");
    private static final Known FORGE = hand(Part.COMMITTER, "noreply@github.com", null);

    private final Forges forges = new Forges(List.of("noreply@github.com", " Web-Flow"));

    @Test
    void isSatisfiedByAKnownAuthor() {
        assertThat(hidden(CHLOE)).isEmpty();
        assertThat(hidden(CHLOE, hand(Part.PUSHER, "ada", "ada"))).isEmpty();
    }

    @Test
    void takesSomebodyUnknownForUntold() {
        Known stranger = hand(Part.PUSHER, "nobody@nowhere.invalid", null);
        assertThat(hidden(CHLOE, stranger)).contains(new HiddenAuthors(SHA, true, List.of("nobody@nowhere.invalid")));
        assertThat(hidden()).contains(new HiddenAuthors(SHA, false, List.of()));
    }

    @Test
    void takesAForgeThatMergedForNobodyAtAll() {
        assertThat(hidden(CHLOE, FORGE)).isEmpty();
        assertThat(hidden(CHLOE, hand(Part.COMMITTER, "web-flow", null))).isEmpty();
        assertThat(hidden(FORGE)).contains(new HiddenAuthors(SHA, true, List.of()));
        assertThat(hidden(hand(Part.CODE_AUTHOR, "noreply@github.com", null), hand(Part.PUSHER, "ada", "ada")))
                .contains(new HiddenAuthors(SHA, true, List.of()));
    }

    private Optional<HiddenAuthors> hidden(Known... hands) {
        return HiddenAuthors.of(SHA, List.of(hands), forges);
    }

    private static Known hand(Part part, String who, String person) {
        return new Known(SHA, part, who, who, Optional.ofNullable(person).map(PersonId::new));
    }
}
