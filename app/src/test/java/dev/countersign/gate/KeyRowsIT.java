package dev.countersign.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.HouseDatabase;
import dev.countersign.changes.ChangeId;
import dev.countersign.identity.PersonId;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A key that the record does not tell of holds nothing open, however it came into the table. */
class KeyRowsIT {

    private static final HouseDatabase DATABASE = HouseDatabase.shared();
    private static final ChangeId CHANGE = new ChangeId("CHG-920001");

    private final KeyRows rows = new KeyRows(DATABASE.app());

    @BeforeAll
    static void open() {
        DATABASE.given("""
                INSERT INTO identity.person (id, name, email, roles, seen_at)
                    SELECT id, id, '', '{}', now() FROM unnest('{ada,ben,chloe}'::text[]) id ON CONFLICT DO NOTHING;
                INSERT INTO changes.change (id, status, version, author, title, revision, policy_version, created_at, status_since)
                    VALUES ('CHG-920001', 'APPROVED', 9, 'ada', 'Turned', 1, 'base-1', now(), now());
                INSERT INTO changes.revision (change_id, number, document, hash, author, at)
                    SELECT 'CHG-920001', 1, jsonb_build_object('windowStart', now() - interval '1 hour', 'windowEnd', now() + interval '1 hour'),
                        sha256('one'), 'ada', now();
                INSERT INTO gate.second_key (change_id, revision, revision_hash, turned_by, duty, turned_at, holds_until)
                    VALUES ('CHG-920001', 1, sha256('one'), 'ben', 'REVIEWER', now(), now() + interval '20 minutes');
                """);
    }

    @Test
    void countsWhatTheRecordTellsOf() {
        assertThat(rows.of(CHANGE)).as("of what nothing tells of").isEmpty();
        assertThat(rows.withoutKey(new PersonId("chloe"), Instant.now())).contains(CHANGE);
        DATABASE.given(
                "INSERT INTO journal.deed (kind, id, entry) SELECT 'gate.second_key', id::text, -920001 FROM gate.second_key WHERE change_id = 'CHG-920001'");
        assertThat(rows.of(CHANGE))
                .as("of what it tells")
                .extracting(SecondKey::by)
                .containsExactly(new PersonId("ben"));
        assertThat(rows.withoutKey(new PersonId("chloe"), Instant.now())).doesNotContain(CHANGE);
        assertThat(new KeyDeeds(DATABASE.app()).on(CHANGE.stream()))
                .singleElement()
                .satisfies(deed -> assertThat(deed.entry()).contains(-920001L));
        assertThat(new KeyDeeds(DATABASE.app()).kinds()).isEqualTo(Set.of("gate.key-turned"));
    }
}
