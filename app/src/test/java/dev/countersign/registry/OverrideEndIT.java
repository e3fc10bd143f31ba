package dev.countersign.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.HouseDatabase;
import dev.countersign.MovedClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which tier counts at the very instant at which an override begins or ends, or the rule's verdict runs out. */
class OverrideEndIT {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant END = NOON.plus(Duration.ofDays(9));
    private static final Duration LEAST = Duration.ofNanos(1000);
    private static final String VERDICT = """
            INSERT INTO registry.verdict (system, rule, clause, consumer_facing, incidents, vp_owned, judged_at, holds_until)
            VALUES ('%s', 'tier-one', 'incidents', true, 1, false, '2026-01-01T12:00Z', '2026-12-02T12:00Z');
            """;
    private static final HouseDatabase DATABASE = HouseDatabase.shared();

    private final MovedClock clock = new MovedClock(NOON);
    private final Systems systems = new Systems(DATABASE.app(), clock);

    @BeforeAll
    static void override() {
        DATABASE.given("""
                INSERT INTO identity.person (id, name, email, roles, seen_at) VALUES ('jonas', 'Jonas', '', '{SYSTEM_OWNER}', now())
                    ON CONFLICT DO NOTHING;
                INSERT INTO registry.department VALUES ('instants', 'Instants', 'storefront', 'elena', 'grace');
                INSERT INTO registry.system (key, name, description, declared_tier, department, owner) VALUES
                    ('instant-raised', 'Raised', '', 3, 'instants', 'jonas'),
                    ('instant-judged', 'Judged', '', 3, 'instants', 'jonas'),
                    ('instant-lowered', 'Lowered', '', 3, 'instants', 'jonas'),
                    ('instant-declared', 'Declared', '', 1, 'instants', 'jonas'),
                    ('instant-judged-down', 'Judged down', '', 1, 'instants', 'jonas'),
                    ('instant-twice', 'Twice', '', 3, 'instants', 'jonas');
                INSERT INTO registry.override VALUES
                    ('REG-900001', 'instant-raised', 1, 'A campaign runs.', '2026-11-23T12:00Z', '2026-12-02T12:00Z'),
                    ('REG-900003', 'instant-twice', 1, 'A campaign runs.', '2026-11-23T12:00Z', '2026-12-02T12:00Z'),
                    ('REG-900004', 'instant-twice', 4, 'It is off already.', '2026-11-24T12:00Z', '2026-11-30T12:00Z'),
                    ('REG-900002', 'instant-lowered', 4, 'It is switched off.', '2026-11-23T12:00Z', '2026-12-02T12:00Z');
                """);
        DATABASE.given(VERDICT.formatted("instant-judged")
                + VERDICT.formatted("instant-lowered")
                + VERDICT.formatted("instant-judged-down"));
    }

    @Test
    void beginsAtItsFirstInstantAndIsOverAtItsLast() {
        assertThat(tierAt("instant-raised", NOON.minus(LEAST))).isEqualTo(3);
        assertThat(tierAt("instant-raised", NOON)).isEqualTo(1);
        assertThat(tierAt("instant-raised", END.minus(LEAST))).isEqualTo(1);
        assertThat(tierAt("instant-raised", END)).isEqualTo(3);
    }

    @Test
    void isCriticalByTheRuleUntilItsVerdictRunsOut() {
        assertThat(tierAt("instant-judged", END.minus(LEAST))).isEqualTo(1);
        assertThat(tierAt("instant-judged", END)).isEqualTo(3);
    }

    @Test
    void goesByTheOverrideBeforeTheRule() {
        assertThat(tierAt("instant-lowered", NOON)).isEqualTo(4);
        assertThat(tierAt("instant-lowered", END)).isEqualTo(3);
        assertThat(tierAt("instant-lowered", NOON.minus(LEAST))).isEqualTo(1);
    }

    /** What nobody judged stays as it was declared; what was judged is Tier-1 by the rule or not at all. */
    @Test
    void declaresNoMoreThanTierTwoOnceItWasJudged() {
        assertThat(tierAt("instant-declared", END)).isEqualTo(1);
        assertThat(tierAt("instant-judged-down", END.minus(LEAST))).isEqualTo(1);
        assertThat(tierAt("instant-judged-down", END)).isEqualTo(2);
    }

    @Test
    void goesByTheLaterOfTwoOverrides() {
        Instant second = NOON.plus(Duration.ofDays(1));
        assertThat(tierAt("instant-twice", second.minus(LEAST))).isEqualTo(1);
        assertThat(tierAt("instant-twice", second)).isEqualTo(4);
        assertThat(tierAt("instant-twice", Instant.parse("2026-11-30T12:00:00Z")))
                .isEqualTo(3);
    }

    private int tierAt(String system, Instant moment) {
        clock.moveTo(moment);
        return systems.get(system).tier();
    }
}
