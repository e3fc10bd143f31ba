package dev.countersign.engine;

import static dev.countersign.identity.SignIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Cast;
import dev.countersign.Personas;
import dev.countersign.PlainPage;
import dev.countersign.Told;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Status;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import dev.countersign.reviews.Answer;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Those who look after Camunda see what does not get on, and have a way to begin it anew. */
@OnRealStack
class TroublesIT {

    private static final String BREAK = """
            CREATE FUNCTION compliance.break() RETURNS trigger LANGUAGE plpgsql AS
            $$BEGIN RAISE 'the table of this test is broken'; END$$;
            CREATE TRIGGER break BEFORE INSERT ON compliance.check_run EXECUTE FUNCTION compliance.break()
            """;

    @RegisterExtension
    final Told told = Told.by(FailedJob.class);

    @Autowired
    ApplicationContext beans;

    @Autowired
    MockMvcTester pages;

    @Autowired
    Runs runs;

    @Autowired
    Troubles troubles;

    private Cast cast;

    @BeforeEach
    void cast() {
        cast = Cast.in(beans);
    }

    @Test
    void showsWorkThatFailsUntilItGetsDone() throws SQLException {
        ChangeId id = whileChecksFail(() -> {
            ChangeId failing = cast.submitted(Personas.ADA, cast.document());
            Cast.await("the checks of " + failing + " have failed twice")
                    .until(() -> troubles.failing().stream()
                            .anyMatch(one -> one.subject().equals(failing.value()) && one.tries() > 1));
            PlainPage seen = PlainPage.of(pages, "/engine", as(Personas.INES));
            assertThat(seen.text())
                    .contains("Work that fails", failing.value(), "run-checks", "the table of this test is broken");
            assertThat(seen.all("href=\"(/changes/CHG-[0-9]+)\"")).contains("/changes/" + failing);
            assertThat(seen.postsTo()).noneMatch(address -> address.endsWith("/anew"));
            assertThat(PlainPage.of(pages, "/engine", as(Personas.JONAS)).postsTo())
                    .contains("/engine/" + failing + "/anew");
            return failing;
        });
        cast.reaches(id, Status.IN_REVIEW);
        RealStack.shared().moveClock(Failures.LATELY);
        assertThat(troubles.failing()).noneMatch(one -> one.subject().equals(id.value()));
    }

    @Test
    void beginsAProcessAnewWhereItsChangeStands() {
        ChangeId id = cast.inReview(Personas.ADA, cast.document());
        int before = runs.find(id.value()).orElseThrow().number();
        assertThat(troubles.beginAnew(id.value())).contains("/changes/" + id);
        assertThat(runs.find(id.value()).orElseThrow().number()).isEqualTo(before + 1);
        assertThat(troubles.begunAnew().getFirst().subject()).isEqualTo(id.value());
        assertThat(PlainPage.of(pages, "/engine", as(Personas.INES)).text()).contains("Begun anew", id.value());
        Cast.await("an instance has claimed the new run")
                .until(() -> runs.find(id.value()).orElseThrow().instance().isPresent());
        cast.decides(Personas.CHLOE, id, ChangePlan.REVIEW, Answer.APPROVE);
        cast.passed(id, "schedule-change");
    }

    private static ChangeId whileChecksFail(Supplier<ChangeId> meanwhile) throws SQLException {
        try (var owner = RealStack.shared().asOwner();
                var sql = owner.createStatement()) {
            sql.execute(BREAK);
            try {
                return meanwhile.get();
            } finally {
                sql.execute("DROP FUNCTION compliance.break() CASCADE");
            }
        }
    }
}
