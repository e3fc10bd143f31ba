package dev.countersign.registry;

import dev.countersign.identity.Person;
import dev.countersign.refusals.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes proposals of what people want to say of systems, departments and tiers. */
@Service
public class Edits {

    private static final Duration LONGEST_OVERRIDE = Duration.ofDays(366);
    private static final int LONGEST_REASON = 4000;

    private final Facts facts;
    private final Proposals proposals;
    private final Clock clock;

    Edits(Facts facts, Proposals proposals, Clock clock) {
        this.facts = facts;
        this.proposals = proposals;
        this.clock = clock;
    }

    /** What the catalogue would change; writes nothing. */
    public CataloguePlan plan(Catalogue catalogue) {
        CatalogueRules rules = new CatalogueRules(facts.known(catalogue));
        List<Flaw> flaws = Stream.concat(
                        catalogue.departments().stream().flatMap(department -> rules.flaws(department).stream()),
                        catalogue.systems().stream().flatMap(system -> rules.flaws(system).stream()))
                .toList();
        return new CataloguePlan(
                Comparison.of(
                        catalogue,
                        facts.departments(catalogue.departments().stream()
                                .map(Department::key)
                                .toList()),
                        facts.systems(catalogue.systems().stream()
                                .map(SystemFacts::key)
                                .toList())),
                flaws);
    }

    @Transactional
    public Proposal describe(Catalogue catalogue, String reason, Person by) {
        CataloguePlan plan = plan(catalogue);
        plan.flaws().stream().findFirst().ifPresent(flaw -> {
            throw Refusal.invalid("registry.flawed")
                    .cannot("propose %s like this", Systems.brief(flaw.key()))
                    .because("something is wrong with its %s: %s", flaw.field(), flaw.words())
                    .instead("Put it right and propose it again.");
        });
        return propose(plan.comparison().edit(), reason, by);
    }

    /** A catalogue that was looked through before; whether it is still up to date is asked when it is approved. */
    @Transactional
    public Proposal propose(Edit catalogue, String reason, Person by) {
        if (catalogue.isEmpty()) {
            throw Refusal.invalid("registry.nothing-new")
                    .cannot("propose this edit")
                    .because("everything in it is already in the registry")
                    .instead("Change something first.");
        }
        return proposals.propose(catalogue, reason, by);
    }

    @Transactional
    public Proposal override(String system, int tier, String reason, Instant endsAt, Person by) {
        Instant now = clock.instant();
        String key = facts.system(system).key();
        refuseOverride(tier, reason, endsAt, now).ifPresent(refusal -> {
            throw refusal;
        });
        return proposals.propose(Edit.override(new TierOverride(key, tier, reason.strip(), endsAt)), reason, by);
    }

    static Optional<Refusal> refuseOverride(int tier, String reason, Instant endsAt, Instant now) {
        if (tier < 1 || tier > 4) {
            return Optional.of(Refusal.invalid("registry.no-such-tier")
                    .expectedTo("read a tier")
                    .because("there is no tier %d", tier)
                    .instead("Choose a tier from 1 to 4."));
        }
        if (!endsAt.isAfter(now) || endsAt.isAfter(now.plus(LONGEST_OVERRIDE))) {
            return Optional.of(Refusal.invalid("registry.end-out-of-range")
                    .cannot("override the tier until %s", endsAt)
                    .because("that is in the past or more than a year away")
                    .instead("Choose a last day from today on and within a year."));
        }
        return reason.isBlank() || reason.length() > LONGEST_REASON
                ? Optional.of(Refusal.invalid("registry.no-reason")
                        .cannot("override the tier")
                        .because("the reason has %,d characters", reason.strip().length())
                        .instead("Give a reason of 1 to 4,000 characters."))
                : Optional.empty();
    }
}
