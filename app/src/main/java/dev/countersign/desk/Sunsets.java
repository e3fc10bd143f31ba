package dev.countersign.desk;

import dev.countersign.changes.StandingFacts;
import dev.countersign.desk.Control.Kind;
import dev.countersign.gate.Denial;
import dev.countersign.policy.Addenda;
import dev.countersign.policy.Addendum;
import dev.countersign.policy.AddendumId;
import dev.countersign.policy.Facts;
import dev.countersign.policy.PastChange;
import dev.countersign.policy.PastChanges;
import dev.countersign.policy.Policies;
import dev.countersign.policy.Requirements;
import dev.countersign.refusals.Refusal;
import dev.countersign.registry.Systems;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Measures what an addendum cost and what it stopped: friction is a price, and leaders should see both sides. */
@Component
public class Sunsets {

    private final Addenda addenda;
    private final Policies policies;
    private final PastChanges past;
    private final Systems systems;
    private final SunsetRows rows;
    private final Clock clock;

    Sunsets(Addenda addenda, Policies policies, PastChanges past, Systems systems, SunsetRows rows, Clock clock) {
        this.addenda = addenda;
        this.policies = policies;
        this.past = past;
        this.systems = systems;
        this.rows = rows;
        this.clock = clock;
    }

    /** Refuses one that has not begun: it cost nothing and stopped nothing. */
    public Sunset of(AddendumId id) {
        Addendum addendum = addenda.get(id);
        Instant now = clock.instant();
        Instant from = addendum.startsAt()
                .filter(start -> start.isBefore(now))
                .filter(start -> addendum.endsAt().filter(start::isBefore).isPresent())
                .orElseThrow(() -> notBegun(addendum));
        Instant until = addendum.endsAt().filter(now::isAfter).orElse(now);
        List<Judged> covered = covered(addendum, from);
        List<String> all = covered.stream().map(judged -> judged.change().id()).toList();
        List<String> scope = scope(addendum);
        return new Sunset(
                addendum,
                from,
                until,
                all.size(),
                scope.size(),
                controls(covered),
                rows.stopped(all),
                rows.harm(scope, from.minus(Duration.between(from, until)), from),
                rows.harm(scope, from, until));
    }

    /** A change, what was demanded of it, and what the base policy alone would have demanded. */
    private record Judged(PastChange change, Requirements base) {

        Requirements demanded() {
            return change.demanded();
        }
    }

    /** Thousands of changes are few different cases. */
    private record Case(String version, Facts facts) {}

    private List<Judged> covered(Addendum addendum, Instant from) {
        Map<String, Boolean> under = new HashMap<>();
        Map<Case, Requirements> base = new HashMap<>();
        return past.since(from).stream()
                .filter(change -> under.computeIfAbsent(change.version(), version -> isUnder(version, addendum)))
                .filter(change -> addendum.scope().covers(change.systems()))
                .map(change -> new Judged(
                        change, base.computeIfAbsent(new Case(change.version(), change.facts()), this::withoutAddenda)))
                .toList();
    }

    private boolean isUnder(String version, Addendum addendum) {
        return policies.get(version).addenda().contains(addendum.id().value());
    }

    private Requirements withoutAddenda(Case one) {
        return policies.requireWithoutAddenda(one.version(), one.facts());
    }

    /** Those that were asked of anybody. */
    private List<Control> controls(List<Judged> covered) {
        List<String> seconds = asked(covered, (with, base) -> with.reviews() > base.reviews());
        List<String> directors = asked(covered, (with, base) -> with.directorSignOff() && !base.directorSignOff());
        List<String> vps = asked(covered, (with, base) -> with.vpApproval() && !base.vpApproval());
        List<String> keys = asked(covered, (with, base) -> with.secondKey() && !base.secondKey());
        return Stream.of(
                        voices(seconds).second(seconds.size()),
                        voices(directors).director(directors.size()),
                        voices(vps).vp(vps.size()),
                        key(keys))
                .filter(control -> control.asked() > 0)
                .toList();
    }

    private static List<String> asked(List<Judged> covered, BiPredicate<Requirements, Requirements> more) {
        return covered.stream()
                .filter(judged -> more.test(judged.demanded(), judged.base()))
                .map(judged -> judged.change().id())
                .toList();
    }

    private Voices voices(List<String> changes) {
        return new Voices(rows.verdicts(changes));
    }

    private Control key(List<String> changes) {
        return new Control(
                Kind.SECOND_KEY,
                changes.size(),
                rows.keyHolders(changes).size(),
                List.of(),
                rows.denied(changes, Denial.SECOND_KEY_MISSING.code()));
    }

    private List<String> scope(Addendum addendum) {
        return systems.all().stream()
                .filter(system -> addendum.scope().covers(StandingFacts.touched(List.of(system))))
                .map(system -> system.key())
                .toList();
    }

    private static Refusal notBegun(Addendum addendum) {
        return Refusal.conflict("desk.no-report")
                .expectedTo("report on addendum %s", addendum.id())
                .because("there is no report on %s yet: it has not been in force", addendum.id())
                .instead("Come back when it has begun.");
    }
}
