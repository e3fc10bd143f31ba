package dev.countersign.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.countersign.gate.Bypass.Level;
import dev.countersign.gate.Bypass.Way;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import dev.countersign.identity.SignIn;
import dev.countersign.refusals.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BypassRulesTests {

    private static final Instant NOW = Instant.parse("2026-11-23T11:00:00Z");
    private static final Duration DAY = Duration.ofHours(24);
    private static final Person OLIVE = SignIn.person("olive", Role.SYSTEM_OWNER);
    private static final Person ELENA = SignIn.person("elena", Role.DIRECTOR);
    private static final Person ADA = SignIn.person("ada", Role.ENGINEER);

    private final Bypass open = new Bypass(
            new BypassId("BYP-000001"),
            NOW,
            "basket-api",
            "storefront/basket-api",
            Standings.SHA,
            Optional.empty(),
            Level.OWNER,
            NOW.plus(DAY),
            Optional.empty());

    @Test
    void letWhoAnswersForTheSystemExplain() {
        assertThat(BypassRules.toExplain(facts(open), OLIVE).granted()).isTrue();
        assertThat(BypassRules.toExplain(facts(open), ELENA).granted()).isTrue();
        assertThat(BypassRules.toExplain(facts(open), ADA).granted()).isFalse();
    }

    @Test
    void letLeadersExplainWhatNobodyRegistered() {
        var unknown = new BypassFacts(open, "", Set.of(), Set.of());
        assertThat(BypassRules.toExplain(unknown, ELENA).granted()).isTrue();
        assertThat(BypassRules.toExplain(unknown, ADA).granted()).isFalse();
    }

    @Test
    void letNobodyBehindItSayThatItIsGone() {
        var behind = new BypassFacts(open, "Basket API", Set.of(OLIVE.id()), Set.of(OLIVE.id()));
        assertThat(BypassRules.toSay(behind, Way.REVERTED, OLIVE).granted()).isFalse();
        assertThat(BypassRules.toSay(behind, Way.DOCUMENTED, OLIVE).granted()).isTrue();
    }

    @Test
    void endWithTheCase() {
        var closed = facts(open.settled(Way.REVERTED, NOW));
        assertThat(BypassRules.toExplain(closed, OLIVE).granted()).isFalse();
    }

    @Test
    void takeNoMomentAtWhichItCannotHaveBeenReverted() {
        BypassRules.demandSense(open, Way.REVERTED, NOW, NOW, NOW);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> BypassRules.demandSense(open, Way.REVERTED, NOW.plusSeconds(1), NOW, NOW));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> BypassRules.demandSense(open, Way.REVERTED, NOW.minusSeconds(1), NOW, NOW));
    }

    @Test
    void leadUpTheLineAndStayThere() {
        Bypass directors = open.raised(NOW.plus(DAY), DAY);
        Bypass vps = directors.raised(NOW.plus(DAY).plus(DAY), DAY);
        assertThat(directors.level()).isEqualTo(Level.DIRECTOR);
        assertThat(vps.level()).isEqualTo(Level.VP);
        assertThat(vps.raised(NOW.plus(DAY), DAY).level()).isEqualTo(Level.VP);
        assertThat(open.isOverdue(NOW.plus(DAY))).isTrue();
        assertThat(open.isOverdue(NOW.plus(DAY).minusNanos(1))).isFalse();
    }

    private static BypassFacts facts(Bypass bypass) {
        return new BypassFacts(
                bypass, "Basket API", Set.of(OLIVE.id(), ELENA.id(), new PersonId("grace")), Set.of(ADA.id()));
    }
}
