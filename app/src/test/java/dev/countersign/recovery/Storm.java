package dev.countersign.recovery;

import dev.countersign.local.AppProcess;
import dev.countersign.local.RealStack;
import java.net.URI;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/** Kills the application and the broker at random while people work, and puts each up again. */
final class Storm {

    private final RealStack stack;
    private final Random random;
    private final Semaphore attempts = new Semaphore(0);
    private volatile CompletableFuture<AppProcess> app = new CompletableFuture<>();
    private volatile boolean over;
    private int appKills;
    private int brokerKills;

    Storm(RealStack stack, long seed) {
        this.stack = stack;
        this.random = new Random(seed);
        app.complete(stack.startApp(Map.of()));
    }

    /** Where the application is; waits while it is down. */
    URI address() {
        return app.join().address();
    }

    /** Somebody is about to ask for something; strikes fall between and into attempts. */
    void attempt() {
        attempts.release();
    }

    /** Strikes after every few attempts until it is over. */
    void rage(int fewest, int most) {
        while (!over) {
            attempts.acquireUninterruptibly(random.nextInt(fewest, most));
            LockSupport.parkNanos(random.nextLong(20_000_000));
            if (!over) {
                strike();
            }
        }
    }

    private void strike() {
        switch (random.nextInt(3)) {
            case 0 -> killApp();
            case 1 -> killBroker();
            default -> {
                stack.engine().kill();
                killApp();
                stack.engine().start();
                brokerKills++;
            }
        }
    }

    private void killApp() {
        var killed = app.join();
        app = new CompletableFuture<>();
        killed.kill();
        appKills++;
        app.complete(stack.startApp(Map.of()));
    }

    private void killBroker() {
        stack.engine().kill();
        brokerKills++;
        stack.engine().start();
    }

    /** From now on nothing strikes any more. */
    void pass() {
        over = true;
        attempts.release(10_000);
    }

    AppProcess survivor() {
        return app.join();
    }

    int appKills() {
        return appKills;
    }

    int brokerKills() {
        return brokerKills;
    }
}
