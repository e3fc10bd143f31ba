package dev.countersign.compliance;

import dev.countersign.changes.ChangeDocument;
import dev.countersign.changes.Reach;
import dev.countersign.identity.PersonId;
import dev.countersign.policy.BlockingChecks;
import dev.countersign.policy.Requirements;
import dev.countersign.registry.Environment;
import dev.countersign.registry.Origin;
import dev.countersign.registry.ProductionSystem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A submission that passes every check, and what happens to it when one answer on the form is another. */
final class Submissions {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final String SHA = "0123456789abcdef0123456789abcdef01234567";
    static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

    private final Map<String, @Nullable Object> form = new LinkedHashMap<>();
    private Clock clock = CLOCK;
    private int demandedBake = 60;
    private int longestWindow = 8;
    private @Nullable Instant doneAt;
    private BlockingChecks blocking = BlockingChecks.all();
    private Set<Environment> running = Set.of(Environment.PRODUCTION);
    private final Map<String, Integer> built = new LinkedHashMap<>(Map.of("basket-api", 1, "checkout-web", 2));

    private Submissions() {
        set("title", "Raise the basket time-out");
        set("systems", List.of("basket-api"));
        set("kind", "code");
        set("environment", "production");
        set("repository", "storefront/basket-api");
        set("commits", List.of(SHA));
        set("why", "Baskets time out under load.");
        set(
                "steps",
                List.of(Map.of("action", "Deploy", "validation", "Error rate stays under 0.1 %", "undo", "Redeploy")));
        set("blastRadius", "one-zone");
        set("rollbackHow", "Deploy the previous image.");
        set("rollbackMinutes", 4);
        set("rollbackRehearsedOn", "2026-11-01");
        set("alarms", "basket-5xx");
        set("bakeMinutes", 60);
        set("windowStart", "2026-11-24T10:00:00Z");
        set("windowEnd", "2026-11-24T12:00:00Z");
        set("controlPlane", false);
        set("dataMutation", false);
        set("aiInvolvement", "none");
    }

    static Submissions good() {
        return new Submissions();
    }

    Submissions with(String key, @Nullable Object answer) {
        set(key, answer);
        return this;
    }

    Submissions at(Instant now) {
        clock = Clock.fixed(now, ZoneOffset.UTC);
        return this;
    }

    Submissions demandingBake(int minutes) {
        demandedBake = minutes;
        return this;
    }

    Submissions demandingWindow(int hours) {
        longestWindow = hours;
        return this;
    }

    /** Only these checks are to block. */
    Submissions blockingOnly(String... checks) {
        blocking = BlockingChecks.of(String.join(",", checks));
        return this;
    }

    /** Where the registry knows every system to run. */
    Submissions running(Environment... environments) {
        running = Set.of(environments);
        return this;
    }

    /** It is written down after the fact. */
    Submissions doneAt(String moment) {
        doneAt = Instant.parse(moment);
        return this;
    }

    Submission submission() {
        JsonMapper json = JsonMapper.builder().build();
        ChangeDocument document = json.convertValue(form, ChangeDocument.class);
        Requirements requirements =
                new Requirements(1, false, false, false, blocking, demandedBake, 0, longestWindow, List.of("base"));
        return new Submission(
                document, requirements, registered(document), clock.instant(), Optional.ofNullable(doneAt));
    }

    /** The registry has nobody else built from the repository. */
    Submissions building(Map<String, Integer> tiers) {
        built.clear();
        built.putAll(tiers);
        return this;
    }

    private Registered registered(ChangeDocument document) {
        Map<String, Integer> known = new TreeMap<>(Map.of("basket-api", 1, "checkout-web", 2));
        known.keySet().retainAll(document.systems());
        known.putAll(built);
        List<ProductionSystem> systems = known.entrySet().stream()
                .map(system -> new ProductionSystem(
                        system.getKey(),
                        system.getKey(),
                        "",
                        system.getValue(),
                        "checkout",
                        new PersonId("jonas"),
                        false,
                        running))
                .toList();
        return new Registered(
                new Reach(systems, Set.copyOf(document.systems()), built.keySet()),
                Map.of("basket-api", List.of(new Origin("storefront/basket-api", ""))));
    }

    private void set(String key, @Nullable Object answer) {
        form.put(key, answer);
    }
}
