package dev.countersign.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Cast;
import dev.countersign.Personas;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@OnRealStack
class ReconcilerIT {

    @Autowired
    ApplicationContext beans;

    @Autowired
    Reconciler reconciler;

    @Autowired
    Runs runs;

    private Cast cast;
    private ChangeId id;

    @BeforeEach
    void review() {
        cast = Cast.in(beans);
        id = cast.inReview(Personas.ADA, cast.document());
    }

    /** Camunda said yes to its start and lost it before its first step. */
    @Test
    void startsAnewWhatNeverTookItsFirstStep() throws SQLException {
        try (var app = RealStack.shared().asApp();
                var sql = app.prepareStatement("UPDATE engine.run SET instance = NULL WHERE subject = ?")) {
            sql.setString(1, id.value());
            sql.executeUpdate();
        }
        assertThat(runs.find(id.value()).orElseThrow().instance()).isEmpty();
        RealStack.shared().moveClock(Duration.ofMinutes(10));
        reconciler.run();
        assertThat(runs.find(id.value()).orElseThrow().number()).isGreaterThan(1);
        Cast.await(id + " has a process again")
                .until(() -> runs.find(id.value()).orElseThrow().instance().isPresent());
        assertThat(cast.open(id)).extracting(UserTask::element).containsExactly(ChangePlan.REVIEW);
    }
}
