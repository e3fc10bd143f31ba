package dev.countersign.local;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Camunda's test engine as a child process: quick to start, and with it goes all it knew. */
final class MemoryEngine implements Engine {

    static final String NAME = "memory-engine";

    private final Site site;
    private final ClockOffset offset;
    private volatile @Nullable ChildProcess child;

    MemoryEngine(Site site) {
        this.site = site;
        this.offset = new ClockOffset(site.folder().file("clock-offset"));
    }

    @Override
    public String title() {
        return "Camunda 8.8";
    }

    @Override
    public String waitsFor() {
        return "its engine in memory at " + Broker.readiness(site.ports());
    }

    @Override
    public void start() {
        Path home = Distribution.MEMORY.in(site.dist());
        Path folder = site.folder().folder(NAME);
        ChildProcess started = site.children().launch(new Launch(NAME, folder, command(home), Map.of()));
        child = started;
        started.await(() -> Probe.answers(Broker.readiness(site.ports())), site.patience());
        new BrokerClock(actuator()).move(offset.read());
    }

    /** It keeps every record of its life, which is a day of work or a run of all tests. */
    private List<String> command(Path home) {
        return List.of(
                site.jdk().executable(),
                "-Xmx1g",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                home + "/*" + File.pathSeparator + home.resolve("lib") + "/*",
                "dev.countersign.bpmn.MemoryEngine",
                Integer.toString(site.ports().gateway()),
                Integer.toString(site.ports().brokerActuator()));
    }

    @Override
    public Optional<ChildProcess> child() {
        return Optional.ofNullable(child);
    }

    @Override
    public URI gateway() {
        return Broker.gateway(site.ports());
    }

    @Override
    public URI actuator() {
        return Broker.actuator(site.ports());
    }

    /** It answers at once that there is no work, so it has to push it; and each start finds that all processes are lost. */
    @Override
    public Map<String, String> settings() {
        return Map.of(
                "countersign.engine.push", "true",
                "countersign.engine.grace", "10s",
                "countersign.engine.reconcile-every", "5s");
    }

    @Override
    public String licence() {
        return "Camunda's 8.8 test engine runs here under the Zeebe Community License 1.1 and the Camunda License 1.0:"
                + " for development and tests only.";
    }

    @Override
    public void forget() {}
}
