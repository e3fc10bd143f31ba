package dev.countersign;

import static java.util.stream.Collectors.toCollection;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which figures the alert rules and the dashboard of `k8s/monitoring` ask Prometheus for. */
public final class Figures {

    /** Ours, and those of the libraries that the application registers; others come from the cluster. */
    private static final Pattern NAME =
            Pattern.compile("\\b(?:countersign|http_server_requests|hikaricp|jvm|process)_[a-z_]+");

    private Figures() {}

    /** By the names that Prometheus has. */
    public static Set<String> asked() {
        return Stream.of("alerts.yaml", "dashboard.json")
                .map(file -> Manifests.read(Manifests.ROOT.resolve("monitoring").resolve(file)))
                .flatMap(text -> NAME.matcher(text).results())
                .map(found -> found.group())
                .collect(toCollection(TreeSet::new));
    }
}
