package dev.countersign.registry;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Keeps what the rule says of each system up to date, and tells the journal who entered Tier-1 and who left it. */
@Component
class Tiers {

    private final TierRows rows;
    private final TierRule rule;
    private final ApplicationEventPublisher events;

    Tiers(TierRows rows, TierRule rule, ApplicationEventPublisher events) {
        this.rows = rows;
        this.rule = rule;
        this.events = events;
    }

    /** Whose tier may be another one once the edit is adopted; asked before, for it may take systems off an incident. */
    List<String> touchedBy(Edit edit) {
        return Stream.of(
                        edit.about().stream(),
                        rows
                                .systemsOf(edit.departments().stream()
                                        .map(revised -> revised.facts().key())
                                        .toList())
                                .stream(),
                        rows
                                .systemsOfIncidents(edit.incidents().stream()
                                        .map(revised -> revised.facts().id())
                                        .toList())
                                .stream())
                .flatMap(keys -> keys)
                .distinct()
                .sorted()
                .toList();
    }

    /** Belongs into the transaction that changed the facts. */
    void judge(Collection<String> systems, Instant now, TierCause because) {
        keepVerdicts(rows.evidence(systems, now), now);
        note(rows.moves(systems, now), because);
    }

    /** Finds what time alone changed; doing it late or twice is harmless, for reading a tier asks the time itself. */
    void follow(Instant now) {
        note(rows.allMoves(now), TierCause.TIME);
        keepVerdicts(rows.allEvidence(now), now);
        note(rows.allMoves(now), TierCause.RULE);
    }

    private void keepVerdicts(List<TierEvidence> evidence, Instant now) {
        rows.keep(evidence.stream().map(one -> one.judge(rule, now)).toList(), now);
    }

    private void note(List<TierMove> moves, TierCause because) {
        rows.note(moves);
        moves.stream()
                .filter(TierMove::crossesTierOne)
                .map(move -> new TierMoved(move.system(), move.was(), move.tier(), because))
                .forEach(events::publishEvent);
    }
}
