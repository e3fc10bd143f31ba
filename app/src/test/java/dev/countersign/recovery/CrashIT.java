package dev.countersign.recovery;

import static dev.countersign.Personas.ADA;
import static dev.countersign.Personas.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Cast;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Status;
import dev.countersign.journal.Entry;
import dev.countersign.journal.History;
import dev.countersign.local.RealStack;
import dev.countersign.reviews.Verdict;
import dev.countersign.reviews.Verdicts;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two hundred decisions while application and broker are killed at random: each acknowledged one is there, once. */
@OnFragileStack
class CrashIT {

    private static final int CHANGES = 67;
    private static final int DECISIONS = 3 * CHANGES;
    private static final Map<String, String> ASKED = Map.of(
            "chloe",
            ChangePlan.REVIEW,
            "dmitri",
            ChangePlan.REVIEW,
            "elena",
            ChangePlan.SIGN_OFF,
            "grace",
            ChangePlan.ESCALATION);

    /** What the application said is on the record. */
    private record Acknowledged(long task, String person, String words) {}

    @Autowired
    ConfigurableApplicationContext application;

    @Autowired
    Verdicts verdicts;

    @Autowired
    History history;

    @Autowired
    JdbcClient sql;

    private final RealStack stack = RealStack.fragile();
    private String first = "";
    private final ConcurrentLinkedQueue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();

    @Test
    void findsEachAcknowledgedDecisionOnceInTableJournalAndProcess() throws Exception {
        Cast cast = Cast.in(application);
        List<ChangeId> changes = Stream.generate(() ->
                        cast.submitted(ADA, cast.document().onControlPlane().withCoAuthors(BEN)))
                .limit(CHANGES)
                .toList();
        changes.forEach(id -> cast.task(id, ChangePlan.REVIEW));
        first = changes.getFirst().value();
        application.stop();
        long seed = System.nanoTime();
        decideInAStorm(seed);
        application.start();
        assertThat(acknowledged).as("seed %d", seed).hasSize(DECISIONS);
        changes.forEach(id -> isOnTheRecordOnce(id, seed));
        changes.forEach(id -> cast.passed(id, "schedule-change"));
        isToldOnceToTheProcess();
        stack.moveClock(Duration.ofDays(11));
        changes.forEach(id -> cast.reaches(id, Status.EXPIRED));
    }

    private void decideInAStorm(long seed) throws Exception {
        Storm storm = new Storm(stack, seed);
        try (var threads = Executors.newFixedThreadPool(5)) {
            var raging = threads.submit(() -> storm.rage(40, 75));
            var people = threads.invokeAll(ASKED.keySet().stream()
                    .map(name -> work(new Clerk(name, storm::address), storm))
                    .toList());
            storm.pass();
            for (var person : people) {
                person.get();
            }
            raging.get();
        }
        System.out.printf(
                "Storm %d: %d decisions, application killed %d times, broker %d times%n",
                seed, acknowledged.size(), storm.appKills(), storm.brokerKills());
        assertThat(storm.appKills()).isPositive();
        assertThat(storm.brokerKills()).isPositive();
        storm.survivor().close();
    }

    /** Decides what is open for somebody until everything is decided. */
    private Callable<Void> work(Clerk clerk, Storm storm) {
        return () -> {
            while (acknowledged.size() < DECISIONS) {
                Cast.await("something to do for " + clerk.name())
                        .atMost(Duration.ofMinutes(10))
                        .until(() -> acknowledged.size() == DECISIONS
                                || !openFor(clerk.name()).isEmpty());
                for (long task : openFor(clerk.name())) {
                    decide(clerk, task, storm);
                }
            }
            return null;
        };
    }

    /** Two reviewers share the changes. */
    private List<Long> openFor(String person) {
        return sql.sql("""
                SELECT id FROM engine.user_task
                WHERE element = :element AND state = 'OPEN' AND subject >= :first
                  AND (:half = -1 OR right(subject, 6)::int % 2 = :half)
                ORDER BY id
                """)
                .param("element", ASKED.get(person))
                .param("first", first)
                .param("half", List.of("chloe", "dmitri").indexOf(person))
                .query(Long.class)
                .list();
    }

    /** As somebody does who got no answer: the same again, until the application says that it is on the record. */
    private void decide(Clerk clerk, long task, Storm storm) {
        String words = "task %d by %s".formatted(task, clerk.name());
        String hash = "";
        boolean said = false;
        while (!said) {
            try {
                HttpResponse<String> page = clerk.open("/reviews/" + task);
                hash = hash.isEmpty() ? Clerk.hidden(page, "_hash") : hash;
                storm.attempt();
                said = clerk.logInIfAsked(clerk.send("/reviews/" + task, page, answers(clerk, hash, words)))
                        .body()
                        .contains("is on the record");
            } catch (IOException noAnswer) {
                said = false;
            }
        }
        acknowledged.add(new Acknowledged(task, clerk.name(), words));
    }

    private static Map<String, String> answers(Clerk clerk, String hash, String words) {
        String question = ASKED.get(clerk.name()).equals(ChangePlan.REVIEW) ? "verdict" : "decision";
        return Map.of("_hash", hash, question, "approve", "comment", words, "_preMortem", "It ran dry.", "_do", "send");
    }

    private void isOnTheRecordOnce(ChangeId id, long seed) {
        List<Verdict> given = verdicts.of(id);
        assertThat(given).as("%s, seed %d", id, seed).hasSize(3).allMatch(Verdict::approves);
        assertThat(given)
                .extracting(Verdict::comment)
                .allSatisfy(words -> assertThat(acknowledged)
                        .filteredOn(one -> one.words().equals(words))
                        .hasSize(1));
        assertThat(history.story(id.stream()))
                .filteredOn(entry -> entry.kind().equals("reviews.verdict-given"))
                .extracting(Entry::actor)
                .containsExactlyElementsOf(
                        given.stream().map(verdict -> verdict.person().value()).toList());
        assertThat(history.proof(id.stream()).holds()).isTrue();
    }

    private void isToldOnceToTheProcess() {
        Cast.await("Camunda has heard everything")
                .until(() -> sql.sql("SELECT count(*) FROM engine.outbox WHERE sent_at IS NULL")
                                .query(Long.class)
                                .single()
                        == 0);
        assertThat(acknowledged).allSatisfy(one -> {
            assertThat(count("SELECT count(*) FROM engine.user_task WHERE id = :task AND state = 'DONE'", one))
                    .isOne();
            assertThat(count(
                            "SELECT count(*) FROM engine.outbox WHERE kind = 'CompleteTask' AND payload->>'task' = :task::text",
                            one))
                    .isOne();
        });
    }

    private long count(String query, Acknowledged one) {
        return sql.sql(query).param("task", one.task()).query(Long.class).single();
    }
}
