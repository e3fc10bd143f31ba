package dev.countersign.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.HouseDatabase;
import dev.countersign.MovedClock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Which texts count for another one, found out from the texts whatever a row says of them. */
class CountingIT {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final ChangeId ID = new ChangeId("CHG-900004");
    private static final HouseDatabase DATABASE = HouseDatabase.shared();
    private static final Documents DOCUMENTS =
            new Documents(JsonMapper.builder().build());
    private static final SampleDocument FIRST = SampleDocument.writtenAt(NOON);

    private final JdbcClient sql = DATABASE.app();
    private final Revisions revisions =
            new Revisions(sql, DOCUMENTS, new Duties(sql, new Authors(sql), new MovedClock(NOON)));

    /** The rows call all of them the same in other words. */
    @BeforeAll
    static void write() {
        write(1, FIRST.document());
        write(2, FIRST.with("title", "Raise the basket timeout").document());
        write(3, FIRST.with("title", "Drop every table of the basket").document());
        write(4, FIRST.with("blastRadius", "global").document());
    }

    private static void write(int number, ChangeDocument document) {
        DATABASE.given("""
                INSERT INTO changes.revision (change_id, number, document, hash, author, at)
                    VALUES ('%1$s', %2$d, '%3$s', decode('%4$s', 'hex'), 'ada', now());
                INSERT INTO changes.material (change_id, revision, hash, fields, since, edited_in)
                    VALUES ('%1$s', %2$d, decode('%5$s', 'hex'), '{steps}', 1, 'IN_REVIEW');
                """.formatted(
                        ID, number, DOCUMENTS.write(document), DOCUMENTS.hash(document), DOCUMENTS.material(document)));
    }

    @Test
    void countsTheSameInWordsThatAreAlike() {
        assertThat(countingFor(1)).containsExactly(1);
        assertThat(countingFor(2)).containsExactly(1, 2);
    }

    @Test
    void countsNothingThatSaysSomethingElse() {
        assertThat(countingFor(3)).containsExactly(3);
        assertThat(countingFor(4)).containsExactly(4);
    }

    private List<Integer> countingFor(int number) {
        return revisions.counting(revisions.find(ID, number).orElseThrow()).stream()
                .map(Revision::number)
                .toList();
    }
}
