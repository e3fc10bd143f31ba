package dev.countersign.registry;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What a system's tier hangs on: the facts that do not age, and the incidents, which do. */
record TierEvidence(String system, boolean consumerFacing, boolean vpOwned, List<Instant> incidents) {

    private static final int MONTHS = 12;
    static final Instant FOR_EVER = Instant.parse("9999-12-31T00:00:00Z");

    /**
     * Asks the rule for now, and for every moment at which an incident is a year old: the first at which it would say
     * no is where its yes ends. A no has no end: only new facts can turn it.
     */
    TierVerdict judge(TierRule rule, Instant now) {
        TierFacts facts = at(now);
        TierRule.Answer answer = rule.ask(facts);
        return new TierVerdict(
                system,
                rule.version(),
                answer.clause(),
                facts,
                answer.tierOne() ? Optional.of(end(rule, now)) : Optional.empty());
    }

    private Instant end(TierRule rule, Instant now) {
        return incidents.stream()
                .map(TierEvidence::ages)
                .filter(moment -> moment.isAfter(now))
                .sorted()
                .filter(moment -> !rule.ask(at(moment)).tierOne())
                .findFirst()
                .orElse(FOR_EVER);
    }

    private TierFacts at(Instant moment) {
        int counting = (int) incidents.stream()
                .filter(started -> ages(started).isAfter(moment))
                .count();
        return new TierFacts(consumerFacing, counting, vpOwned);
    }

    /** From when on an incident that began then counts no more: the same day of the next year, in UTC. */
    static Instant ages(Instant started) {
        return started.atOffset(ZoneOffset.UTC).plusMonths(MONTHS).toInstant();
    }
}
