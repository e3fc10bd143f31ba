package dev.countersign.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeRequirementsTests {
    private static final ZeebeTestEngine engine = EngineFactory.create();
    private static ZeebeClient client;

    @BeforeAll
    static void startEngine() {
        engine.start();
        client = EngineClient.of(engine);
        client.newDeployResourceCommand()
                .addResourceFromClasspath("bpmn/change-requirements.dmn")
                .send()
                .join();
    }

    @AfterAll
    static void stopEngine() {
        client.close();
        engine.stop();
    }

    @ParameterizedTest
    @CsvSource({"1, base-bake-tier-1, 60", "2, base-bake-tier-2, 30", "3, base-bake-other, 15", "4, base-bake-other, 15"
    })
    void asksForOneReviewAndTheBakeTimeOfTheTier(int tier, String clause, int bakeMinutes) {
        var matched = evaluate(change("tier", tier));
        assertThat(clauses(matched)).containsExactly("base-one-review", clause);
        assertThat(matched).allSatisfy(rule -> {
            assertThat(rule).containsEntry("reviews", 1).containsEntry("directorSignOff", false);
            assertThat(rule).containsEntry("vpApproval", false).containsEntry("secondKey", false);
        });
        assertThat(matched.getLast()).containsEntry("bakeMinutes", bakeMinutes);
    }

    @ParameterizedTest
    @CsvSource({"controlPlane, true, base-control-plane", "blastRadius, global, base-global-reach"})
    void asksDirectorAndVpForWhatReachesFar(String fact, String value, String clause) {
        var matched = evaluate(change(fact, value.equals("true") ? Boolean.TRUE : value));
        var rule = matched.stream()
                .filter(candidate -> candidate.get("clause").equals(clause))
                .findFirst()
                .orElseThrow();
        assertThat(rule)
                .containsEntry("directorSignOff", true)
                .containsEntry("vpApproval", true)
                .containsEntry("secondKey", true);
    }

    @Test
    void letsEveryCheckBlockAndApprovalsCountForTwoWeeks() {
        assertThat(evaluate(change("tier", 4)).getFirst())
                .containsEntry("blockingChecks", "all")
                .containsEntry("approvalHours", 336);
    }

    @Test
    void asksForTwoReviewsAndTheDirectorUnderAnAddendum() {
        var rule = evaluate(change("addendum", true)).getLast();
        assertThat(rule)
                .containsEntry("clause", "addendum-friction")
                .containsEntry("reviews", 2)
                .containsEntry("directorSignOff", true)
                .containsEntry("vpApproval", false);
    }

    /** Which changes an addendum covers says its scope, in the application. */
    @Test
    void asksTheSameOfEveryTierUnderAnAddendum() {
        var facts = change("addendum", true);
        facts.put("tier", 2);
        assertThat(clauses(evaluate(facts)))
                .containsExactly("base-one-review", "base-bake-tier-2", "addendum-friction");
    }

    private static Map<String, Object> change(String fact, Object value) {
        var facts = new HashMap<String, Object>(Map.of("hour", 12, "conflict", false));
        facts.putAll(Map.of(
                "tier",
                1,
                "kind",
                "code",
                "environment",
                "production",
                "blastRadius",
                "one-zone",
                "controlPlane",
                false,
                "dataMutation",
                false,
                "aiInvolvement",
                "none",
                "addendum",
                false));
        facts.put(fact, value);
        return facts;
    }

    private static List<String> clauses(List<Map<String, Object>> matched) {
        return matched.stream().map(rule -> (String) rule.get("clause")).toList();
    }

    @SuppressWarnings("unchecked") // the client hands out plain JSON
    private static List<Map<String, Object>> evaluate(Map<String, Object> facts) {
        var output = client.newEvaluateDecisionCommand()
                .decisionId("change-requirements")
                .variables(facts)
                .send()
                .join()
                .getDecisionOutput();
        return client.getConfiguration().getJsonMapper().fromJson(output, List.class);
    }
}
