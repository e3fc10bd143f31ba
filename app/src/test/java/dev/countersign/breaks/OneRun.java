package dev.countersign.breaks;

import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs one test class in a process of its own, whose class path holds a broken rule before the right one. */
final class OneRun {

    static final int GREEN = 10;
    static final int RED = 11;
    private static final int NOTHING_RAN = 12;

    private OneRun() {}

    public static void main(String[] test) {
        var summary = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(test[0]))
                                .build(),
                        summary);
        var counts = summary.getSummary();
        System.exit(counts.getTestsFoundCount() == 0 ? NOTHING_RAN : counts.getTotalFailureCount() > 0 ? RED : GREEN);
    }
}
