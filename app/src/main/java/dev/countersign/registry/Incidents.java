package dev.countersign.registry;

import dev.countersign.identity.Person;
import dev.countersign.refusals.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What went wrong in production, as far as two people agreed on it. */
@Service
public class Incidents {

    private static final Duration QUARTERS = Duration.ofDays(2 * 365);

    private final IncidentRows rows;
    private final Facts facts;
    private final Proposals proposals;
    private final Clock clock;

    Incidents(IncidentRows rows, Facts facts, Proposals proposals, Clock clock) {
        this.rows = rows;
        this.facts = facts;
        this.proposals = proposals;
        this.clock = clock;
    }

    public Incident get(String id) {
        return rows.find(id)
                .orElseThrow(() -> Refusal.notFound("registry.unknown-incident")
                        .expectedTo("find incident '%s'", Systems.brief(id))
                        .because("there is no confirmed incident '%s'", Systems.brief(id))
                        .instead("Look for it in the list of incidents, or among the proposals."));
    }

    /** The newest first, from the given place on. */
    public List<Incident> matching(IncidentFilter filter, Optional<IncidentCursor> after, int most) {
        return rows.matching(filter, after, most);
    }

    /** A system's, the newest first. */
    public List<Incident> of(String system, int most) {
        return rows.matching(IncidentFilter.of(null, Set.of(), system, false, false, Set.of()), Optional.empty(), most);
    }

    /** Whether it counts towards a tier at that moment. */
    public static boolean counts(Incident incident, Instant now) {
        return incident.isOrderAffecting()
                && TierEvidence.ages(incident.startedAt()).isAfter(now);
    }

    /** From when on it counts no more. */
    public static Instant countsUntil(Incident incident) {
        return TierEvidence.ages(incident.startedAt());
    }

    public List<IncidentSpan> byWeek(int weeks) {
        Instant now = clock.instant();
        return rows.trend("week", "1 week", now.minus(Duration.ofDays(7L * (weeks - 1))), now);
    }

    public List<IncidentSpan> byQuarter() {
        Instant now = clock.instant();
        return rows.trend("quarter", "3 months", now.minus(QUARTERS), now);
    }

    /** A new one gets its number here; it counts for nothing until a second person confirms it. */
    @Transactional
    public Proposal report(Incident incident, String reason, Person by) {
        Incident numbered = incident.numbered(rows.nextId());
        demandSound(numbered);
        return proposals.propose(Edit.incident(new Revised<>(0, numbered)), reason, by);
    }

    @Transactional
    public Proposal correct(Incident incident, String reason, Person by) {
        demandSound(incident);
        if (get(incident.id()).equals(incident)) {
            throw Refusal.invalid("registry.nothing-new")
                    .cannot("correct %s", incident.id())
                    .because("nothing in it is different")
                    .instead("Change something first.");
        }
        return proposals.propose(Edit.incident(new Revised<>(facts.newest(incident), incident)), reason, by);
    }

    /** What cannot be said of an incident. */
    public List<Flaw> flaws(Incident incident) {
        List<String> known = facts.systems(incident.systems()).keySet().stream().toList();
        return IncidentRules.flaws(incident, known, clock.instant());
    }

    private void demandSound(Incident incident) {
        flaws(incident).stream().findFirst().ifPresent(flaw -> {
            throw Refusal.invalid("registry.flawed")
                    .cannot("report “%s” like this", Systems.brief(incident.title()))
                    .because("something is wrong with its %s: %s", flaw.field(), flaw.words())
                    .instead("Put it right and report it again.");
        });
    }
}
