package dev.countersign.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The broker's classes, loaded and linked ahead of time by a JDK 25 or newer: that takes three fifths off its start.
 * Made once per distribution and JDK by a broker that does nothing else.
 */
record BrokerCache(Path file, boolean possible) {

    private static final int FIRST_JDK = 25;
    static final String NAME = "broker-training";

    static BrokerCache in(Path dist, Jdk jdk) {
        return new BrokerCache(dist.resolve("broker-jdk" + jdk.version() + ".aot"), jdk.feature() >= FIRST_JDK);
    }

    List<String> options() {
        return isMade() ? List.of("-XX:AOTCache=" + file, "-Xlog:aot*=off", "-Xlog:cds*=off") : List.of();
    }

    boolean isWanted() {
        return possible && !isMade();
    }

    private boolean isMade() {
        return Files.exists(file);
    }

    /** Returns when the cache is there; a run that is ended before leaves none. */
    void make(Site site) {
        Path draft = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid());
        try {
            train(site, draft);
            if (Files.size(draft) > 0) {
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to keep the broker's class cache '" + file + "'", e);
        }
    }

    private static void train(Site site, Path draft) {
        Path folder = site.folder().folder(NAME);
        Ports ports = Ports.anyFree().settled();
        ChildProcess broker = site.children()
                .launch(new Launch(NAME, folder, command(site, folder, draft), Broker.environment(ports, folder)));
        broker.await(() -> Probe.answers(Broker.readiness(ports)), site.patience());
        broker.process().destroy();
        broker.process().onExit().join();
    }

    private static List<String> command(Site site, Path folder, Path draft) {
        var command = new ArrayList<>(List.of(site.jdk().executable(), "-XX:AOTCacheOutput=" + draft));
        command.addAll(Broker.java(Distribution.CAMUNDA.in(site.dist()), folder));
        return command;
    }
}
