package dev.countersign.local;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The application in an operating system process of its own. */
public final class AppProcess implements AutoCloseable {

    private final ChildProcess child;
    private final URI address;

    private AppProcess(ChildProcess child, URI address) {
        this.child = child;
        this.address = address;
    }

    static AppProcess start(Site site, String name, Map<String, String> more) {
        int port = Ports.anyFree().settled().app();
        var settings = new TreeMap<>(AppProperties.of(
                site, new Keycloak(site).issuer(), site.engine().on(site)));
        settings.put("server.port", Integer.toString(port));
        settings.put("spring.profiles.active", "local");
        settings.putAll(more);
        var app = new AppProcess(
                site.children().launch(new Launch(name, Path.of("").toAbsolutePath(), command(site), told(settings))),
                URI.create("http://localhost:" + port));
        app.child.await(() -> Probe.answers(app.address.resolve("/actuator/health/readiness")), site.patience());
        return app;
    }

    private static Map<String, String> told(Map<String, String> settings) {
        return Map.of("SPRING_APPLICATION_JSON", JsonMapper.shared().writeValueAsString(settings));
    }

    private static List<String> command(Site site) {
        return List.of(
                site.jdk().executable(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                "dev.countersign.Countersign");
    }

    /** Without the tests' own classes, which a component scan would take for the application's. */
    static String classPath() {
        var all = Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElse(System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    public URI address() {
        return address;
    }

    public Path log() {
        return child.log();
    }

    public boolean isAlive() {
        return child.process().isAlive();
    }

    /** As `kill -9` does it; returns when the process is gone. */
    public void kill() {
        child.process().destroyForcibly();
        child.process().onExit().join();
    }

    @Override
    public void close() {
        child.process().destroy();
        child.process().onExit().join();
    }
}
