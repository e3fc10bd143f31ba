package dev.countersign.gate;

import static dev.countersign.Refuses.refuses;
import static dev.countersign.Refuses.refusesBySql;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Personas;
import dev.countersign.changes.Change;
import dev.countersign.changes.Changes;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.journal.Entry;
import dev.countersign.journal.History;
import dev.countersign.journal.Proof;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnRealStack
class SecondKeyIT {

    private static final String REPOSITORY = "storefront/cart-worker";
    private static final String SYSTEM = "cart-worker";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    private Road road;

    @Autowired
    private SecondKeys keys;

    @Autowired
    private Changes changes;

    @Autowired
    private History history;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient sql;

    @LocalServerPort
    private int port;

    private final RealStack stack = RealStack.shared();
    private final String sha = "9%039x".formatted(NUMBER.incrementAndGet());

    @Test
    void closesTheGateUntilItIsTurnedAndWhenItRunsOut() {
        Change change = open();
        assertThat(ask()).containsExactly("gate.second-key-missing");
        SecondKey key = keys.turn(change.id(), Road.GRACE);
        assertThat(key.until()).isEqualTo(key.at().plus(Duration.ofMinutes(30)));
        assertThat(ask()).isEmpty();
        stack.moveClock(Duration.ofMinutes(20));
        assertThat(allowedUntil())
                .as("no longer than the key")
                .isEqualTo(keys.of(change.id()).getFirst().until());
        stack.moveClock(Duration.ofMinutes(10));
        assertThat(ask()).containsExactly("gate.second-key-missing");
        keys.turn(change.id(), Personas.HUGO);
        assertThat(ask()).isEmpty();
        assertThat(history.story(change.id().stream())).extracting(Entry::kind).contains("gate.key-turned");
        assertThat(history.proof(change.id().stream())).isInstanceOf(Proof.Intact.class);
    }

    @Test
    void isRefusedToAuthorsAndToThoseWithoutTheRole() {
        Change change = open();
        Person ada = Personas.withRoles(Personas.ADA, Role.ENGINEER, Role.REVIEWER, Role.VP);
        refuses("gate.key-not-permitted", () -> keys.turn(change.id(), ada));
        refuses("gate.key-not-permitted", () -> keys.turn(change.id(), Personas.INES));
        assertThat(keys.of(change.id())).isEmpty();
    }

    @Test
    void isRefusedToAuthorsInTheDatabase() {
        Change change = open();
        String key = """
                INSERT INTO gate.second_key (change_id, revision, revision_hash, turned_by, duty, turned_at, holds_until)
                SELECT change_id, number, hash, 'ada', '%s', now(), now() + interval '5 minutes' FROM changes.revision
                WHERE change_id = '""" + change.id() + "'";
        refusesBySql(key.formatted("AUTHOR"), "second_key_duty_check");
        refusesBySql(key.formatted("KEY_HOLDER"), "second_key_change_id_turned_by_duty_fkey");
        refusesBySql(
                "INSERT INTO changes.duty VALUES ('%s', 'ada', 'KEY_HOLDER', now())".formatted(change.id()),
                "duty_pkey");
        keys.turn(change.id(), Road.GRACE);
        refusesBySql("UPDATE gate.second_key SET holds_until = now() + interval '1 hour'", "permission denied");
        refusesBySql("DELETE FROM gate.second_key", "permission denied");
    }

    @Test
    void isNotTurnedBeforeTheWindowOpensOrWhereNoneIsDemanded() {
        Change early = road.approved(SYSTEM, sha);
        refuses("gate.key-not-now", () -> keys.turn(early.id(), Road.GRACE));
        Change plain = road.inReview(SYSTEM, "8%039x".formatted(NUMBER.incrementAndGet()), false);
        refuses("gate.key-not-now", () -> keys.turn(plain.id(), Road.GRACE));
    }

    /** A system that became more important meanwhile, by a policy whose keys depend on that. */
    @Test
    void isTurnedWhereTheFactsDemandItOnlySinceTheApproval() {
        Change change = open();
        sql.sql("UPDATE changes.change SET requirements = requirements || '{\"secondKey\": false}' WHERE id = :id")
                .param("id", change.id().value())
                .update();
        assertThat(changes.get(change.id()).demanded().secondKey()).isFalse();
        assertThat(ask()).containsExactly("gate.second-key-missing");
        keys.turn(change.id(), Road.GRACE);
        assertThat(ask()).isEmpty();
    }

    @Test
    void keepsWhoTurnedItFromReportingTheExecution() {
        Change change = open();
        keys.turn(change.id(), Road.BEN);
        keys.turn(change.id(), Personas.HUGO);
        Person machine = Personas.withRoles(Road.BEN, Role.GATE);
        refuses("gate.reporter-turned-key", () -> changes.reportExecution(change.id(), machine, clock.instant(), ""));
        stack.moveClock(Duration.ofMinutes(31));
        changes.reportExecution(change.id(), Road.ADA, clock.instant(), "");
        assertThat(changes.get(change.id()).executedAt()).isPresent();
    }

    /** Approved by a reviewer, the director and the VP, and its window open. */
    private Change open() {
        Change change = road.approved(SYSTEM, sha);
        stack.moveClock(Duration.ofMinutes(10));
        return change;
    }

    private List<String> ask() {
        return answer().codes();
    }

    private Instant allowedUntil() {
        return Instant.parse(answer().text("validUntil"));
    }

    private Pipeline.Answered answer() {
        try (Pipeline pipeline = new Pipeline("http://localhost:" + port, stack)) {
            return pipeline.ask(REPOSITORY, sha, SYSTEM, "production");
        }
    }
}
