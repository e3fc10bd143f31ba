package dev.countersign.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.countersign.HouseDatabase;
import dev.countersign.MovedClock;
import dev.countersign.engine.Camunda.Answer;
import dev.countersign.engine.Command.CompleteTask;
import dev.countersign.engine.Command.PublishMessage;
import dev.countersign.engine.OpenTask.Taken;
import io.camunda.client.CamundaClient;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** In which order Camunda hears what, whose word still counts, and what becomes of a process that it lost: by the data alone, without a broker. */
class EngineDataIT {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration GRACE = Duration.ofMinutes(2);
    private static final String PROCESS = "production-change";
    private static final long INSTANCE = 100;
    private static final CamundaClient NOBODY = (CamundaClient) Proxy.newProxyInstance(
            EngineDataIT.class.getClassLoader(), new Class<?>[] {CamundaClient.class}, (proxy, method, arguments) -> {
                throw new IllegalStateException("There is no broker here.");
            });
    private static final Installation NOWHERE = new Installation("");
    private static final HouseDatabase DATABASE = HouseDatabase.shared();

    private static final EngineProperties SETTINGS = Settings.of(URI.create("http://127.0.0.1:1"), "<default>", GRACE);

    private final MovedClock clock = new MovedClock(NOON);
    private final JsonMapper json = JsonMapper.builder().build();
    private final JdbcClient sql = DATABASE.app();
    private final Told camunda = new Told();
    private final Outbox outbox = new Outbox(sql, json, clock, event -> {});
    private final Inbox inbox = new Inbox(sql, outbox, clock);
    private final Runs runs = new Runs(sql, outbox, clock);
    private final Sender sender = new Sender(sql, camunda, new Known());
    private final Stages plan = new Stages();
    private final Plans plans = new Plans(List.of(plan));
    private final Restart restart = new Restart(runs, outbox, plans);
    private final Contact contact = new Contact(NOBODY, clock);
    private final Relay relay = new Relay(sql, json, clock, sender, outbox, restart, contact);
    private final Reconciler reconciler = reconciler();

    @BeforeEach
    void forgetEverything() {
        DATABASE.given("TRUNCATE engine.outbox, engine.run, engine.user_task, engine.failure, engine.visit");
    }

    @Test
    void tellsEachSubjectsCommandsInTheirOrder() {
        for (String word : List.of("one", "two", "three")) {
            say("A", word);
            say("B", word);
        }
        relay.run();
        assertThat(camunda.of("A")).containsExactly("one", "two", "three");
        assertThat(camunda.of("B")).containsExactly("one", "two", "three");
    }

    /** Another subject does not wait for it. */
    @Test
    void tellsNothingOfASubjectBeforeItsFirstCommandWasHeard() {
        List.of("one", "two").forEach(word -> say("A", word));
        say("B", "one");
        camunda.deaf.add("A");
        relay.run();
        assertThat(camunda.of("A")).isEmpty();
        assertThat(camunda.of("B")).containsExactly("one");
        camunda.deaf.clear();
        clock.move(Duration.ofSeconds(15));
        relay.run();
        assertThat(camunda.of("A")).containsExactly("one", "two");
    }

    @Test
    void tellsNothingTwiceThatWasHeard() {
        say("A", "one");
        relay.run();
        clock.move(Duration.ofDays(1));
        relay.run();
        assertThat(camunda.of("A")).containsExactly("one");
        assertThat(outbox.holds("A")).isFalse();
    }

    @Test
    void forgetsWhatAnEarlierRunHadToSay() {
        runs.start(plan, "A");
        say("A", "to run 1");
        runs.start(plan, "B");
        say("B", "to run 1");
        runs.start(plan, "A");
        say("A", "to run 2");
        relay.run();
        assertThat(camunda.of("A")).containsExactly("start A/2", "to run 2");
        assertThat(camunda.of("B")).containsExactly("start B/1", "to run 1");
    }

    /** A later run takes over the task with another job; completing that one would be somebody else's work. */
    @Test
    void completesNoJobOfAnotherRun() {
        runs.start(plan, "A");
        long task = open("A", 1, 4711);
        runs.start(plan, "A");
        assertThat(open("A", 2, 4712)).isEqualTo(task);
        assertThat(sender.send(completing("A", 1, task))).isEqualTo(Answer.NOT_FOUND);
        assertThat(camunda.completed).isEmpty();
        assertThat(sender.send(completing("A", 2, task))).isEqualTo(Answer.OK);
        assertThat(camunda.completed).containsExactly(4712L);
    }

    @Test
    void takesNoJobOfAStaleRunIn() {
        runs.start(plan, "A");
        runs.start(plan, "A");
        assertThat(take(job("A", 1, 4711))).isEqualTo(Taken.REFUSED);
        assertThat(inbox.open("A")).isEmpty();
    }

    /** Whoever may start processes at Camunda opens no seats here. */
    @Test
    void takesNoJobOfAnInstanceInThatDoesNotOwnTheRun() {
        running("A", INSTANCE);
        var rogue = new UserTaskJob(
                4711, INSTANCE + 1, "A", 1, PROCESS, "review-change", "1", "", List.of(), Optional.empty());
        assertThat(take(rogue)).isEqualTo(Taken.REFUSED);
        assertThat(inbox.open("A")).isEmpty();
        assertThat(take(job("A", 1, 4712))).isEqualTo(Taken.OPENED);
    }

    /** An answer that gets lost is asked for again. */
    @Test
    void takesItForDoneThatCamundaDidBefore() {
        say("A", "one");
        say("A", "two");
        camunda.answer = Answer.DONE_BEFORE;
        relay.run();
        assertThat(camunda.of("A")).containsExactly("one", "two");
        assertThat(outbox.holds("A")).isFalse();
    }

    /** Somebody at Camunda failed the job with no retries left: asking again would go on for ever. */
    @Test
    void startsAProcessAnewThatWillNeverTakeItsNextCommand() {
        running("A", INSTANCE);
        long task = open("A", 1, 4711);
        inbox.complete(inbox.get(task), new Said("A/1"));
        camunda.frozen.add(4711L);
        relay.run();
        assertThat(number("A")).isEqualTo(2);
        assertThat(camunda.of("A")).containsExactly("start A/1", "start A/2", "cancel 100");
        assertThat(outbox.holds("A")).isFalse();
    }

    /** Beginning anew would be the same start once more, and so on without a pause. */
    @Test
    @Timeout(30)
    void triesAStartAgainLaterThatCamundaRefuses() {
        camunda.answer = Answer.NEVER;
        runs.start(plan, "A");
        relay.run();
        assertThat(number("A")).isEqualTo(1);
        assertThat(outbox.holds("A")).isTrue();
        camunda.answer = Answer.OK;
        clock.move(Duration.ofSeconds(15));
        relay.run();
        assertThat(outbox.holds("A")).isFalse();
    }

    /** It is said in the name of the run that took its place, which has nothing to do with it. */
    @Test
    @Timeout(30)
    void leavesARunAloneThoughCamundaWillNotEndTheOneBefore() {
        running("A", INSTANCE);
        restart.restart(plan, runs.find("A").orElseThrow(), false);
        camunda.unending = true;
        relay.run();
        assertThat(number("A")).isEqualTo(2);
        assertThat(outbox.holds("A")).isFalse();
    }

    /** Nothing begins anew for what has come to its end; but its stuck process must not stay behind. */
    @Test
    void endsTheProcessOfWhatHasEndedIfItWillNeverTakeItsLastCommand() {
        running("A", INSTANCE);
        long task = open("A", 1, 4711);
        inbox.complete(inbox.get(task), new Said("A/1"));
        runs.end("A");
        camunda.frozen.add(4711L);
        relay.run();
        assertThat(number("A")).isEqualTo(1);
        assertThat(camunda.of("A")).containsExactly("start A/1", "cancel 100");
    }

    @Test
    void letsOneInstanceOwnARun() {
        runs.start(plan, "A");
        assertThat(runs.claim("A", PROCESS, 1, 100)).isTrue();
        assertThat(runs.claim("A", PROCESS, 1, 200)).as("a second instance").isFalse();
        assertThat(runs.claim("A", PROCESS, 1, 100)).as("the same once more").isTrue();
        assertThat(runs.find("A").map(Run::instance)).contains(OptionalLong.of(100));
    }

    @Test
    void letsNoInstanceOwnARunThatIsNotTheirs() {
        runs.start(plan, "A");
        assertThat(runs.claim("A", PROCESS, 2, 100)).as("a run to come").isFalse();
        assertThat(runs.claim("A", "policy-addendum", 1, 100))
                .as("another process")
                .isFalse();
        assertThat(runs.claim("B", PROCESS, 1, 100)).as("another subject").isFalse();
        runs.start(plan, "A");
        assertThat(runs.claim("A", PROCESS, 1, 100)).as("a run that is over").isFalse();
        assertThat(runs.claim("A", PROCESS, 2, 100)).isTrue();
    }

    /** A broker that lost its data counts its keys anew. */
    @Test
    void takesAKeyThatComesTwiceForANewInstance() {
        runs.start(plan, "A");
        runs.start(plan, "B");
        assertThat(runs.claim("A", PROCESS, 1, 100)).isTrue();
        assertThat(runs.claim("B", PROCESS, 1, 100)).isTrue();
        assertThat(runs.find("A").map(Run::instance)).contains(OptionalLong.empty());
    }

    @Test
    void startsAProcessAnewThatCamundaLost() {
        running("A", 100);
        running("B", 200);
        camunda.lost.add(100L);
        lookAround();
        assertThat(number("A")).isEqualTo(2);
        assertThat(number("B")).isEqualTo(1);
        relay.run();
        assertThat(camunda.of("A")).as("nothing to cancel").containsExactly("start A/1", "start A/2");
    }

    @Test
    void startsAProcessAnewThatAsksForSomethingElse() {
        running("A", 100);
        plan.asks = Set.of("review-change");
        lookAround();
        assertThat(number("A")).isEqualTo(2);
        relay.run();
        assertThat(camunda.of("A")).containsExactly("start A/1", "start A/2", "cancel 100");
    }

    @Test
    void closesATaskThatNobodyAsksForAnyMore() {
        running("A", 100);
        open("A", 1, 4711);
        lookAround();
        assertThat(inbox.open("A")).isEmpty();
        assertThat(number("A")).isEqualTo(1);
    }

    @Test
    void startsAProcessAnewThatIsLate() {
        running("A", 100);
        plan.movesBy = Optional.of(NOON);
        lookAround();
        assertThat(number("A")).isEqualTo(2);
    }

    @Test
    void leavesAProcessTheTimeToBegin() {
        running("A", 100);
        camunda.lost.add(100L);
        clock.move(GRACE.minusSeconds(1));
        reconciler.run();
        assertThat(number("A")).isEqualTo(1);
    }

    @Test
    void leavesAProcessAloneThatHasEnded() {
        running("A", 100);
        camunda.lost.add(100L);
        runs.end("A");
        lookAround();
        assertThat(number("A")).isEqualTo(1);
    }

    @Test
    void looksAtTheOthersThoughOneCannotBeLookedAt() {
        running("A", 100);
        DATABASE.given("UPDATE engine.run SET process = 'unheard-of' WHERE subject = 'A'");
        running("B", 200);
        camunda.lost.add(200L);
        assertThatIllegalStateException().isThrownBy(this::lookAround);
        assertThat(number("B")).isEqualTo(2);
    }

    /** After everything that was told lately can have had its effect. */
    /** A page shows what failed lately, and nobody asks for more. */
    @Test
    void forgetsWhatFailedLongAgoAndNothingElse() {
        var failures = new Failures(sql, clock);
        failures.note(new RunId("A", 1), "run-checks", new IllegalStateException("The disk is full."));
        clock.move(Duration.ofDays(1).plusSeconds(1));
        failures.note(new RunId("B", 1), "run-checks", new IllegalStateException("The disk is full."));
        var data = DATABASE.as("countersign_app");
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(data));
        new Pruning(JdbcClient.create(data), SETTINGS, clock, transaction).run();
        assertThat(sql.sql("SELECT subject FROM engine.failure")
                        .query(String.class)
                        .list())
                .containsExactly("B");
    }

    private void lookAround() {
        clock.move(GRACE.multipliedBy(2));
        reconciler.run();
    }

    private void running(String subject, long instance) {
        runs.start(plan, subject);
        relay.run();
        assertThat(runs.claim(subject, PROCESS, 1, instance)).isTrue();
    }

    private int number(String subject) {
        return runs.find(subject).orElseThrow().number();
    }

    private void say(String subject, String word) {
        outbox.send(new PublishMessage(subject, word, subject + "/wait", Duration.ofHours(1), new Said(subject)));
    }

    private long open(String subject, int run, long key) {
        DATABASE.given("UPDATE engine.run SET instance = %d WHERE subject = '%s'".formatted(INSTANCE, subject));
        assertThat(take(job(subject, run, key))).isNotEqualTo(Taken.REFUSED);
        return inbox.open(subject).getFirst().id();
    }

    private Taken take(UserTaskJob job) {
        return new OpenTask(sql, clock, event -> {}).open(job);
    }

    private static UserTaskJob job(String subject, int run, long key) {
        return new UserTaskJob(
                key, INSTANCE, subject, run, PROCESS, "review-change", "", "", List.of(), Optional.empty());
    }

    private Telling completing(String subject, int run, long task) {
        var command = new CompleteTask(subject, task, new Said(subject));
        return new Telling(1, subject, run, "CompleteTask", json.valueToTree(command), 0);
    }

    private Reconciler reconciler() {
        var drift = new Drift(inbox, outbox, SETTINGS, clock);
        return new Reconciler(runs, camunda, restart, drift, SETTINGS, clock, plans, contact);
    }

    /** The variables of a start or a message. */
    record Said(String runId) {}

    /** What PostgreSQL says of every subject. */
    private static final class Stages implements Plan {

        private Set<String> asks = Set.of();
        private Optional<Instant> movesBy = Optional.empty();

        @Override
        public String process() {
            return PROCESS;
        }

        @Override
        public String page(String subject) {
            return "/nowhere/" + subject;
        }

        @Override
        public Record start(String subject, int run) {
            return new Said(subject + "/" + run);
        }

        @Override
        public Set<String> asks(String subject) {
            return asks;
        }

        @Override
        public Optional<Instant> movesBy(String subject) {
            return movesBy;
        }
    }

    /** Every process is deployed under one key. */
    private static final class Known extends Models {

        Known() {
            super(NOBODY, NOWHERE);
        }

        @Override
        long definition(String process) {
            return 1;
        }
    }

    /** Takes down what it hears, and knows every instance but the lost ones. */
    private static final class Told extends Camunda {

        private final List<String> heard = new ArrayList<>();
        private final List<Long> completed = new ArrayList<>();
        private final Set<String> deaf = new HashSet<>();
        private final Set<Long> lost = new HashSet<>();
        private final Set<Long> frozen = new HashSet<>();
        private Answer answer = Answer.OK;
        private boolean unending;

        Told() {
            super(NOBODY, NOWHERE);
        }

        List<String> of(String subject) {
            return heard.stream()
                    .filter(word -> word.startsWith(subject + ": "))
                    .map(word -> word.substring(subject.length() + 2))
                    .toList();
        }

        @Override
        Answer start(String process, long definition, String variables) {
            String run = variables.replaceAll("[^AB0-9/]", "");
            return hear(run.substring(0, 1), "start " + run);
        }

        @Override
        Answer publish(String message, String correlation, String id, Duration timeToLive, String variables) {
            return hear(correlation.substring(0, 1), message);
        }

        @Override
        Answer complete(long job, String variables) {
            completed.add(job);
            return frozen.contains(job) ? Answer.NEVER : Answer.OK;
        }

        @Override
        Answer cancel(long instance) {
            Answer heard = hear("A", "cancel " + instance);
            return unending ? Answer.NEVER : heard;
        }

        @Override
        boolean knows(long instance) {
            return !lost.contains(instance);
        }

        private Answer hear(String subject, String word) {
            if (deaf.contains(subject)) {
                throw new IllegalStateException("The broker is away.");
            }
            heard.add(subject + ": " + word);
            return answer;
        }
    }
}
