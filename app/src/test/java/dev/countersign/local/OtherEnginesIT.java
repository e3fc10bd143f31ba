package dev.countersign.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The local stack on an engine that keeps nothing, and on one that is somebody else's. */
class OtherEnginesIT {

    private static final int UNWELL = 1;

    @RegisterExtension
    final LocalRuns runs = new LocalRuns();

    /** With the first run goes all that the engine knew, while the demo's changes are half on their way. */
    @Test
    void bringsItsProcessesBackFromPostgresAfterARestart() throws Exception {
        var first = runs.start("--countersign.local.engine=memory").awaitUp();
        assertThat(first.printed()).contains("Camunda's 8.8 test engine runs here", "for development and tests only");
        runs.demo(first).awaitVerdicts(2);
        first.pressCtrlC();

        var second = runs.start("--countersign.local.engine=memory").awaitUp();
        runs.demo(second).awaitComplete();
        second.pressCtrlC();
        assertThat(runs.children()).isEmpty();
    }

    /** One application beside others on a cluster that it neither starts nor stops. */
    @Test
    void runsOnACamundaOfSomebodyElse() throws Exception {
        var theirs = RealStack.fragile();
        var run = runs.start(
                        "--countersign.local.engine=" + theirs.properties().get("countersign.engine.grpc-address"),
                        "--countersign.engine.prefix=guest-" + System.nanoTime())
                .awaitUp();
        assertThat(run.printed()).contains("is not this stack's; for production it needs a licence from Camunda.");
        assertThat(runs.children()).as("PostgreSQL and Keycloak").hasSize(2);
        runs.demo(run).awaitVerdicts(2);
        run.pressCtrlC();
        assertThat(theirs.engine().isAlive()).isTrue();
    }

    @Test
    void saysThatNothingAnswersAtTheAddress() {
        var run = runs.start("--countersign.local.engine=http://127.0.0.1:9");
        assertThat(run.end()).isEqualTo(UNWELL);
        assertThat(run.printed())
                .contains("Expected to run on Camunda at 'http://127.0.0.1:9', but nothing answers there")
                .doesNotContain("\tat ");
        assertThat(runs.children()).isEmpty();
    }
}
