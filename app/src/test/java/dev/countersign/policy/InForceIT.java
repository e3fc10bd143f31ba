package dev.countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.HouseDatabase;
import dev.countersign.MovedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What leaders decided holds from its first instant on, and not at its last: asked in SQL, by a clock that stands there. */
class InForceIT {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant END = NOON.plus(Duration.ofDays(90));
    private static final Duration LEAST = Duration.ofNanos(1000);
    private static final HouseDatabase DATABASE = HouseDatabase.shared();
    private static final JdbcClient SQL = DATABASE.app();

    private final MovedClock clock = new MovedClock(NOON);
    private final KeptTables tables = new KeptTables(SQL, clock);
    private final Editions editions = new Editions(SQL);
    private final Policies policies = new Policies(SQL, tables, editions, clock);
    private final AddendumRows addenda = new AddendumRows(SQL);

    /** An addendum of ninety days and one that ends early, and a table that counts from noon on. */
    @BeforeAll
    static void decide() {
        DATABASE.given("""
                INSERT INTO policy.base VALUES ('base-1', sha256('one'), 'one', now()), ('base-2', sha256('two'), 'two', now());
                INSERT INTO policy.founding (base) VALUES ('base-1') ON CONFLICT DO NOTHING;
                INSERT INTO policy.vote VALUES
                    ('ADD-000001', 'grace', 'PROPOSED', 'Three outages.', '2026-11-23T11:00Z'),
                    ('ADD-000001', 'hugo', 'APPROVED', '', '2026-11-23T12:00Z'),
                    ('ADD-000002', 'grace', 'PROPOSED', 'Three outages.', '2026-11-23T11:00Z'),
                    ('ADD-000002', 'hugo', 'APPROVED', '', '2026-11-23T12:00Z'),
                    ('ADD-000002/1', 'grace', 'PROPOSED', 'It did what it should.', '2026-11-24T11:00Z'),
                    ('ADD-000002/1', 'hugo', 'APPROVED', '', '2026-11-24T12:00Z'),
                    ('ADD-000003', 'grace', 'PROPOSED', 'Three outages.', '2026-11-23T11:00Z');
                INSERT INTO policy.addendum (id, title, days, tier, proposed_by) VALUES
                    ('ADD-000001', 'Controlled friction', 90, 1, 'grace'),
                    ('ADD-000002', 'Ended early', 90, 1, 'grace'),
                    ('ADD-000003', 'Never approved', 90, 1, 'grace');
                INSERT INTO policy.amendment (addendum, number, kind, proposed_by, settled_at)
                    VALUES ('ADD-000002', 1, 'END', 'grace', '2026-11-24T12:00Z');
                INSERT INTO policy.draft (id, title, origin, shipped, begun_by, begun_at)
                    VALUES ('POL-000001', 'Another table', 'base-1', false, 'grace', '2026-11-23T09:00Z');
                INSERT INTO policy.edition (draft, round, base, starts_at, reason, proposed_by, proposed_at)
                    VALUES ('POL-000001', 1, 'base-2', '2026-11-23T12:00Z', 'Better.', 'grace', '2026-11-23T09:00Z');
                INSERT INTO policy.edition_vote (draft, round, seat, person, vote, words, at) VALUES
                    ('POL-000001', 1, 1, 'hugo', 'APPROVED', '', '2026-11-23T10:00Z'),
                    ('POL-000001', 1, 2, 'elena', 'APPROVED', '', '2026-11-23T10:30Z');
                """);
    }

    @Test
    void beginsWithTheInstantOfItsApproval() {
        clock.moveTo(NOON.minus(LEAST));
        assertThat(policies.inForce().addenda()).isEmpty();
        clock.moveTo(NOON);
        assertThat(policies.inForce().addenda()).containsExactly("ADD-000001", "ADD-000002");
    }

    @Test
    void isOverAtTheInstantOfItsEnd() {
        clock.moveTo(END.minus(LEAST));
        assertThat(policies.inForce().addenda()).containsExactly("ADD-000001");
        clock.moveTo(END);
        assertThat(policies.inForce().addenda()).isEmpty();
    }

    @Test
    void isOverAtTheInstantOfItsEarlyEnd() {
        Instant early = NOON.plus(Duration.ofDays(1));
        clock.moveTo(early.minus(LEAST));
        assertThat(policies.inForce().addenda()).contains("ADD-000002");
        clock.moveTo(early);
        assertThat(policies.inForce().addenda()).containsExactly("ADD-000001");
    }

    /** The page and the desk ask elsewhere than the gate. */
    @Test
    void readsTheSameOnPages() {
        for (Instant moment : new Instant[] {NOON.minus(LEAST), NOON, END.minus(LEAST), END}) {
            clock.moveTo(moment);
            assertThat(addenda.inForce(moment))
                    .extracting(addendum -> addendum.id().value())
                    .as("at %s", moment)
                    .containsExactlyElementsOf(policies.inForce().addenda());
            assertThat(addenda.inForce(moment))
                    .allSatisfy(addendum -> assertThat(addendum.state(moment)).isEqualTo(AddendumState.IN_FORCE));
        }
        assertThat(addenda.unsettled(END))
                .extracting(addendum -> addendum.id().value())
                .containsExactly("ADD-000003");
    }

    @Test
    void countsATableFromItsFirstInstantOn() {
        clock.moveTo(NOON.minus(LEAST));
        assertThat(policies.base()).isEqualTo("base-1");
        assertThat(editions.coming(clock.instant())).hasSize(1);
        clock.moveTo(NOON);
        assertThat(policies.base()).isEqualTo("base-2");
        assertThat(editions.coming(clock.instant())).isEmpty();
    }

    /** That one of several addenda does not cover a system takes nothing from what another one says of it. */
    @Test
    void judgesByWhicheverAddendumOfAVersionCoversASystem() {
        DATABASE.given("""
                INSERT INTO policy.vote VALUES
                    ('ADD-000005', 'grace', 'PROPOSED', 'It is fragile.', '2026-11-23T11:00Z'),
                    ('ADD-000005', 'hugo', 'DECLINED', 'Not now.', '2026-11-23T11:30Z');
                INSERT INTO policy.addendum (id, title, days, tier, scope, members, proposed_by)
                    VALUES ('ADD-000005', 'Fragile mail', 90, 4, 'SYSTEMS', '{mail}', 'grace');
                INSERT INTO policy.version VALUES ('base-1+ADD-000001+ADD-000005', 'base-1', now());
                INSERT INTO policy.version_addendum VALUES
                    ('base-1+ADD-000001+ADD-000005', 'ADD-000001'), ('base-1+ADD-000001+ADD-000005', 'ADD-000005');
                """);
        assertThat(isCovered("mail", 3)).isTrue();
        assertThat(isCovered("checkout-api", 1)).isTrue();
        assertThat(isCovered("wiki", 3)).isFalse();
    }

    private boolean isCovered(String system, int tier) {
        return policies.covers("base-1+ADD-000001+ADD-000005", List.of(new Touched(system, "checkout", tier)));
    }
}
