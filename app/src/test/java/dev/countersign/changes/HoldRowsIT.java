package dev.countersign.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.HouseDatabase;
import dev.countersign.identity.PersonId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose desk asks for a word about a hold. */
class HoldRowsIT {

    private static final HouseDatabase DATABASE = HouseDatabase.shared();

    private final HoldRows rows = new HoldRows(DATABASE.app());

    /** Ben reviewed it and is told of afterwards: he stands for neither side, so nobody asks him. */
    @Test
    void asksThoseWhoStandForASideThatHasNotSpoken() {
        DATABASE.given("""
                INSERT INTO changes.change (id, status, version, author, title, revision, policy_version, created_at, status_since)
                    VALUES ('CHG-900002', 'APPROVED', 9, 'ada', 'Held', 1, 'base-1', now(), now());
                INSERT INTO changes.target (change_id, revision, repository, artifact, environment)
                    VALUES ('CHG-900002', 1, 'storefront/held', '1123456789abcdef0123456789abcdef01234567', 'production');
                INSERT INTO changes.duty (change_id, person_id, duty, since) VALUES
                    ('CHG-900002', 'ada', 'AUTHOR', now()), ('CHG-900002', 'ben', 'REVIEWER', now()),
                    ('CHG-900002', 'chloe', 'REVIEWER', now());
                INSERT INTO changes.hold (change_id, number, held_by, reason, at)
                    VALUES ('CHG-900002', 1, 'ines', 'The alarm is silent.', now());
                """);
        assertThat(asked()).containsExactly("ada", "ben", "chloe", "ines");
        DATABASE.given("""
                INSERT INTO identity.person (id, name, email, roles, seen_at) VALUES ('ben', 'Ben', '', '{}', now()) ON CONFLICT DO NOTHING;
                INSERT INTO changes.commit_author (repository, sha, part, who, told_by, at)
                    VALUES ('storefront/held', '1123456789abcdef0123456789abcdef01234567', 'COMMITTER', 'ben', 'gate-bot', now());
                """);
        assertThat(asked()).containsExactly("ada", "chloe", "ines");
        DATABASE.given("INSERT INTO changes.hold_release VALUES ('CHG-900002', 1, 'OTHER', 'chloe', now())");
        assertThat(asked()).containsExactly("ada");
    }

    private List<String> asked() {
        return List.of("ada", "ben", "chloe", "ines").stream()
                .filter(person -> rows.waitingFor(new PersonId(person), 100).stream()
                        .anyMatch(hold -> hold.change().value().equals("CHG-900002")))
                .toList();
    }
}
