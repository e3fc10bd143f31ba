package dev.countersign.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** People who all decide on the same change at once, at several nodes, and press again and again. */
final class Race {

    private static final int LANES = 16;

    /** Somebody at one node, with the page of a task before them. */
    private record Runner(Clerk clerk, String path, HttpResponse<String> page) {

        HttpResponse<String> approves(String read) throws IOException {
            return clerk.send(
                    path, page, Map.of("_hash", read, "verdict", "approve", "comment", "As read.", "_do", "send"));
        }
    }

    private final List<Clerk> clerks = new ArrayList<>();
    private final Random random;
    private int posts;

    Race(List<String> people, List<URI> nodes, long seed) {
        people.forEach(name -> nodes.forEach(node -> clerks.add(new Clerk(name, () -> node))));
        random = new Random(seed);
    }

    /** How many times somebody pressed so far. */
    int posts() {
        return posts;
    }

    /** Everybody approves in each seat, at each node, that many times. */
    void run(List<Long> seats, String read, int presses) throws Exception {
        List<Runner> runners = lineUp(seats);
        List<Callable<HttpResponse<String>>> start = new ArrayList<>();
        for (int press = 0; press < presses; press++) {
            runners.forEach(runner -> start.add(() -> runner.approves(read)));
        }
        Collections.shuffle(start, random);
        posts += start.size();
        try (var lanes = Executors.newFixedThreadPool(LANES)) {
            for (Future<HttpResponse<String>> done : lanes.invokeAll(start)) {
                assertThat(done.get().statusCode()).isLessThan(500);
            }
        }
    }

    private List<Runner> lineUp(List<Long> seats) throws IOException {
        List<Runner> runners = new ArrayList<>();
        for (long seat : seats) {
            String path = "/reviews/" + seat;
            for (Clerk clerk : clerks) {
                runners.add(new Runner(clerk, path, clerk.open(path)));
            }
        }
        return runners;
    }
}
