package dev.countersign.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.changes.ChangeId;
import dev.countersign.gate.Pipeline.Answered;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a decision costs beside a hello behind the same security chain: `mvn verify -Pbenchmark`. It prints, it asserts no times. */
@OnRealStack
@Import(Hello.class)
class GateBenchmark {

    /** Those who ask about one change wait for each other: its history has one writer at a time. */
    private static final int CHANGES = 8;

    private static final String UNKNOWN = "c123456789abcdef0123456789abcdef01234567";
    private static final int WARM_UP = 3_000;
    private static final int REQUESTS = 6_000;
    private static final PrintStream OUT = System.out;

    @Autowired
    private Road road;

    @Autowired
    private SecondKeys keys;

    @Autowired
    private JdbcClient sql;

    @LocalServerPort
    private int port;

    private record Series(String name, Supplier<Answered> request) {}

    private record Figures(double perSecond, double medianMillis, double p99Millis) {}

    @Test
    void comparesADecisionWithAHello() throws Exception {
        RealStack stack = RealStack.shared();
        List<String> systems = sql.sql(
                        "SELECT key FROM registry.system WHERE department = 'checkout' ORDER BY key LIMIT :most")
                .param("most", CHANGES)
                .query(String.class)
                .list();
        List<ChangeId> approved = IntStream.range(0, CHANGES)
                .mapToObj(number ->
                        road.approved(systems.get(number), sha(number)).id())
                .toList();
        stack.moveClock(Duration.ofMinutes(10));
        approved.forEach(id -> keys.turn(id, Road.BEN));
        AtomicInteger turn = new AtomicInteger();
        try (Pipeline pipeline = new Pipeline("http://localhost:" + port, stack)) {
            List<Series> all = List.of(
                    new Series("hello", () -> pipeline.post("/api/hello", "{\"hello\": \"gate\"}")),
                    new Series("allow one", () -> ask(pipeline, sha(0), systems.getFirst())),
                    new Series("allow many", () -> {
                        int number = turn.getAndIncrement() % CHANGES;
                        return ask(pipeline, sha(number), systems.get(number));
                    }),
                    new Series("deny", () -> ask(pipeline, UNKNOWN, systems.getFirst())));
            for (int number = 0; number < CHANGES; number++) {
                assertThat(ask(pipeline, sha(number), systems.get(number)).text("decision"))
                        .isEqualTo("allow");
            }
            print(all);
        }
    }

    private Answered ask(Pipeline pipeline, String sha, String system) {
        return pipeline.ask(road.repository(system), sha, system, "production");
    }

    private static String sha(int number) {
        return "b%039x".formatted(number);
    }

    private static void print(List<Series> all) throws Exception {
        OUT.printf(
                Locale.ROOT,
                "Machine: %d processors, %s %s, Java %s; client, application and PostgreSQL share it.%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.version());
        for (Series series : all) {
            measure(series, 2, WARM_UP);
        }
        for (int clients : new int[] {1, 8}) {
            double hello = 0;
            for (Series series : all) {
                Figures figures = measure(series, clients, REQUESTS);
                hello = hello == 0 ? figures.medianMillis() : hello;
                OUT.printf(
                        Locale.ROOT,
                        "%d client(s) %-10s %7.0f/s  median %6.2f ms  p99 %6.2f ms  ratio to hello %.2f%n",
                        clients,
                        series.name(),
                        figures.perSecond(),
                        figures.medianMillis(),
                        figures.p99Millis(),
                        figures.medianMillis() / hello);
            }
        }
    }

    private static Figures measure(Series series, int clients, int requests) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            Callable<long[]> client = () -> IntStream.range(0, requests / clients)
                    .mapToLong(i -> timed(series.request()))
                    .toArray();
            long start = System.nanoTime();
            List<Future<long[]>> running = threads.invokeAll(
                    IntStream.range(0, clients).mapToObj(i -> client).toList());
            long[] nanos = new long[0];
            for (Future<long[]> each : running) {
                nanos = join(nanos, each.get());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            Arrays.sort(nanos);
            return new Figures(
                    nanos.length / seconds, nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 99 / 100] / 1e6);
        }
    }

    private static long timed(Supplier<Answered> request) {
        long start = System.nanoTime();
        Answered answered = request.get();
        if (answered.status() != 200) {
            throw new IllegalStateException("Expected an answer with status 200, but got " + answered);
        }
        return System.nanoTime() - start;
    }

    private static long[] join(long[] some, long[] more) {
        long[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
