package dev.countersign.breaks;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs one test class, or one method of it, before whose right rules a broken one may stand. */
final class OneRun {

    static final int GREEN = 10;
    static final int RED = 11;
    private static final int NOTHING_RAN = 12;
    private static final String TIMEOUT = "junit.jupiter.execution.timeout.default";

    private OneRun() {}

    /** In a process of its own. */
    public static void main(String[] test) throws ClassNotFoundException {
        TestExecutionSummary summary = execute(OneRun.class.getClassLoader(), test[0], Map.of());
        summary.printFailuresTo(new PrintWriter(System.err, true));
        System.exit(code(summary));
    }

    /** Where a test that takes longer than that has noticed something, even if nothing stops it. */
    static int here(ClassLoader house, String test, Duration patience) throws ClassNotFoundException {
        return code(execute(
                house,
                test,
                Map.of(
                        TIMEOUT,
                        patience.toSeconds() + " s",
                        "junit.jupiter.execution.timeout.thread.mode.default",
                        "SEPARATE_THREAD")));
    }

    /** The same where a test keeps to its thread. */
    static int together(String test, Duration patience) throws ClassNotFoundException {
        TestExecutionSummary summary =
                execute(OneRun.class.getClassLoader(), test, Map.of(TIMEOUT, patience.toSeconds() + " s"));
        summary.printFailuresTo(new PrintWriter(System.err, true), 3);
        return code(summary);
    }

    private static TestExecutionSummary execute(ClassLoader house, String test, Map<String, String> settings)
            throws ClassNotFoundException {
        var listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selector(house, test))
                                .configurationParameters(settings)
                                .build(),
                        listener);
        return listener.getSummary();
    }

    private static int code(TestExecutionSummary summary) {
        return summary.getTestsFoundCount() == 0 ? NOTHING_RAN : summary.getTotalFailureCount() > 0 ? RED : GREEN;
    }

    private static DiscoverySelector selector(ClassLoader house, String test) throws ClassNotFoundException {
        String[] parts = test.split("#", 2);
        Class<?> tested = house.loadClass(parts[0]);
        return parts.length == 1
                ? DiscoverySelectors.selectClass(tested)
                : DiscoverySelectors.selectMethod(tested, parts[1]);
    }
}
