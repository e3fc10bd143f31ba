package dev.countersign.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Personas;
import dev.countersign.identity.Person;
import dev.countersign.journal.Entry;
import dev.countersign.journal.History;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnRealStack
class TiersIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final RealStack stack = RealStack.shared();

    @Autowired
    Edits edits;

    @Autowired
    Incidents incidents;

    @Autowired
    Proposals proposals;

    @Autowired
    Systems systems;

    @Autowired
    TierFollowUp followUp;

    @Autowired
    History history;

    @Autowired
    Clock clock;

    @Test
    void entersTierOneWithTheSecondConfirmedIncidentAndLeavesItByTimeAlone() {
        String key = registered();
        assertThat(tier(key)).isEqualTo(2);
        incident(SampleIncident.at(ago(200), key));
        Proposal second = incidents.report(SampleIncident.at(ago(100), key), "", Personas.ADA);
        assertThat(tier(key)).as("unconfirmed").isEqualTo(2);
        agree(second);
        assertThat(tier(key)).isEqualTo(1);
        assertThat(kinds(key)).endsWith("registry.tier-one-entered");

        stack.moveClock(Duration.ofDays(166));
        assertThat(tier(key)).as("though nobody has followed up yet").isEqualTo(2);
        followUp.follow();
        followUp.follow();
        assertThat(kinds(key)).endsWith("registry.tier-one-entered", "registry.tier-one-left");
        assertThat(history.story("system/" + key).getLast().summary()).contains("time passed");
    }

    @Test
    void countsOnlyIncidentsThatAffectedOrders() {
        String key = registered();
        incident(SampleIncident.at(ago(20), key));
        incident(SampleIncident.costing(0, ago(10), key));
        assertThat(tier(key)).isEqualTo(2);
    }

    @Test
    void leavesTierOneWhenAnIncidentIsCorrected() {
        String key = registered();
        incident(SampleIncident.at(ago(20), key));
        incident(SampleIncident.at(ago(10), key));
        assertThat(tier(key)).isEqualTo(1);
        Incident newest = incidents.of(key, 1).getFirst();
        Incident harmless = SampleIncident.costing(0, newest.startedAt(), key).numbered(newest.id());
        agree(incidents.correct(harmless, "The orders came in later.", Personas.ADA));
        assertThat(tier(key)).isEqualTo(2);
        assertThat(history.story("system/" + key).getLast().summary()).contains("corrected");
    }

    @Test
    void isOverriddenByTwoPeopleUntilADayAndNoLonger() {
        String key = registered();
        agree(edits.override(key, 1, "A campaign runs.", clock.instant().plus(Duration.ofDays(3)), Personas.JONAS));
        assertThat(tier(key)).isEqualTo(1);
        stack.moveClock(Duration.ofDays(4));
        assertThat(tier(key)).isEqualTo(2);
        followUp.follow();
        assertThat(kinds(key)).endsWith("registry.tier-one-entered", "registry.tier-one-left");
    }

    @Test
    void countsTheLaterOfTwoOverrides() {
        String key = registered();
        agree(edits.override(key, 1, "A campaign.", clock.instant().plus(Duration.ofDays(30)), Personas.JONAS));
        agree(edits.override(key, 3, "It is over.", clock.instant().plus(Duration.ofDays(2)), Personas.JONAS));
        assertThat(tier(key)).isEqualTo(3);
        stack.moveClock(Duration.ofDays(3));
        assertThat(tier(key)).as("the earlier one does not come back").isEqualTo(2);
    }

    @Test
    void declaresNoMoreThanTierTwo() {
        SystemFacts system = SampleSystem.named("tiers-" + NUMBER.incrementAndGet());
        agree(edits.describe(
                SampleSystem.only(new SystemFacts(
                        system.key(),
                        system.name(),
                        "",
                        system.department(),
                        "",
                        system.owner(),
                        List.of(),
                        system.environments(),
                        true,
                        false,
                        system.dataClass(),
                        List.of(),
                        1)),
                "",
                Personas.JONAS));
        assertThat(tier(system.key())).isEqualTo(2);
    }

    private String registered() {
        SystemFacts system = SampleSystem.named("tiers-" + NUMBER.incrementAndGet());
        agree(edits.describe(SampleSystem.only(system), "", Personas.JONAS));
        return system.key();
    }

    private void incident(Incident incident) {
        agree(incidents.report(incident, "", Personas.ADA));
    }

    private void agree(Proposal proposal) {
        Person second = Personas.GRACE;
        proposals.decide(proposal.id(), second, true, "Agreed.");
    }

    private Instant ago(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }

    private int tier(String key) {
        return systems.get(key).tier();
    }

    private List<String> kinds(String key) {
        return history.story("system/" + key).stream().map(Entry::kind).toList();
    }
}
