package dev.countersign.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Cast;
import dev.countersign.Personas;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.SampleDocument;
import dev.countersign.changes.Status;
import dev.countersign.compliance.CheckResult;
import dev.countersign.compliance.Checks;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import dev.countersign.registry.Edits;
import dev.countersign.registry.Proposals;
import dev.countersign.registry.SampleSystem;
import dev.countersign.registry.SystemFacts;
import dev.countersign.reviews.Answer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What a change reaches is what the registry says of its repository, not what its author says. */
@OnRealStack
class RepositoriesIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private Checks checks;

    @Autowired
    private Edits edits;

    @Autowired
    private Proposals proposals;

    @LocalServerPort
    private int port;

    private final int number = NUMBER.incrementAndGet();
    private final String sha = "e%039x".formatted(number);
    private final String repository = "facts/shared-" + number;
    private Cast cast;

    @BeforeEach
    void meet() {
        cast = Cast.in(beans);
    }

    @Test
    void sendsAChangeBackWhoseRepositoryBuildsAnotherSystem() {
        for (String foreign : List.of("storefront/checkout", "evil/cart")) {
            ChangeId id = cast.submitted(Personas.ADA, about("cart-console", foreign));
            cast.task(id, ChangePlan.AMEND);
            assertThat(blocking(id)).containsExactly("registered-repository");
        }
    }

    /** It would be demanded less of, and let through where the registry has nothing of it. */
    @Test
    void sendsAChangeBackWhoseSystemRunsElsewhere() {
        SystemFacts system = registered("facts-here-" + number, 3, repository);
        ChangeId id =
                cast.submitted(Personas.ADA, about(system.key(), repository).with("environment", "staging"));
        cast.task(id, ChangePlan.AMEND);
        assertThat(blocking(id)).containsExactly("registered-environment");
    }

    @Test
    void letsTheMostCriticalSystemOfARepositoryDecideWhatIsDemanded() {
        SystemFacts minor = registered("facts-minor-" + number, 3, repository);
        registered("facts-major-" + number, 2, repository);
        cast.keepsTierOne("facts-major-" + number);
        ChangeId id = cast.inReview(Personas.ADA, about(minor.key(), repository));
        assertThat(cast.change(id).demanded().clauses()).contains("base-bake-tier-1");
        assertThat(checks.of(cast.change(id)).orElseThrow().results())
                .filteredOn(result -> result.check().equals("registered-repository"))
                .flatExtracting(CheckResult::evidence)
                .extracting("actual")
                .contains("facts-major-%d (tier 1) is built from it as well, and counts".formatted(number));
    }

    @Test
    void closesTheGateOnceTheRegistryKnowsThatTheRepositoryBuildsSomethingElse() {
        SystemFacts system = registered("facts-moved-" + number, 3, repository);
        ChangeId id = cast.inReview(Personas.ADA, about(system.key(), repository));
        cast.decides(Personas.CHLOE, id, ChangePlan.REVIEW, Answer.APPROVE);
        cast.reaches(id, Status.APPROVED);
        RealStack.shared().moveClock(Duration.ofMinutes(61));
        assertThat(ask(system.key())).isEmpty();
        registered(system.key(), 3, "facts/elsewhere-" + number);
        assertThat(ask(system.key())).containsExactly("gate.repository-of-another-system");
    }

    /** Files that a pipeline told of, in folders that two people registered; before that the strictest counts. */
    @Test
    void tellsTheSystemsOfOneRepositoryApartByTheFilesThatACommitChanges() {
        SystemFacts minor = registered("facts-part-" + number, 3, repository + "//services/minor/");
        registered("facts-whole-" + number, 2, repository + "//services/major");
        assertThat(clauses(minor)).contains("base-bake-tier-2");
        tell("services/minor/a.yaml");
        assertThat(clauses(minor)).contains("base-bake-other").doesNotContain("base-bake-tier-2");
        SampleDocument alone = about(minor.key(), repository);
        assertThat(clauses(alone.with("commits", List.of(sha, "d" + sha.substring(1)))))
                .as("with a commit of which nothing was told")
                .contains("base-bake-tier-2");
        assertThat(clauses(alone.with("digest", "sha256:" + "ab".repeat(32))))
                .as("with an artifact that may hold anything")
                .contains("base-bake-tier-2");
        tell("services/minority.yaml");
        assertThat(clauses(minor)).contains("base-bake-tier-2");
    }

    private List<String> clauses(SystemFacts system) {
        return clauses(about(system.key(), repository));
    }

    private List<String> clauses(SampleDocument document) {
        ChangeId id = cast.inReview(Personas.ADA, document);
        return cast.change(id).demanded().clauses();
    }

    private void tell(String file) {
        try (Pipeline pipeline = new Pipeline("http://localhost:" + port, RealStack.shared())) {
            assertThat(pipeline.post("/api/gate/commits", """
                            {"repository": "%s", "sha": "%s", "pusher": "ada", "files": ["%s"]}
                            """.formatted(repository, sha, file))
                            .status())
                    .isEqualTo(200);
        }
    }

    private SampleDocument about(String system, String repository) {
        return cast.document()
                .with("systems", List.of(system))
                .with("repository", repository)
                .with("commits", List.of(sha))
                .with("windowEnd", cast.now().plus(Duration.ofHours(8)).toString());
    }

    private SystemFacts registered(String key, int tier, String... origins) {
        SystemFacts system = SampleSystem.ofTier(SampleSystem.named(key), tier, origins);
        var asked = edits.describe(SampleSystem.only(system), "For a test.", Personas.JONAS);
        proposals.decide(asked.id(), Personas.GRACE, true, "Agreed.");
        return system;
    }

    private List<String> blocking(ChangeId id) {
        return checks.of(cast.change(id)).orElseThrow().blocking().stream()
                .map(CheckResult::check)
                .toList();
    }

    private List<String> ask(String system) {
        try (Pipeline pipeline = new Pipeline("http://localhost:" + port, RealStack.shared())) {
            return pipeline.ask(repository, sha, system, "production").codes();
        }
    }
}
