package dev.countersign.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** Camunda's broker with its gateway inside, without exporters, its clock open to be moved. */
final class Broker implements Engine {

    static final String NAME = "broker";

    private final Site site;
    private final ClockOffset offset;
    private volatile @Nullable ChildProcess child;

    Broker(Site site) {
        this.site = site;
        this.offset = new ClockOffset(site.folder().file("clock-offset"));
    }

    @Override
    public String title() {
        return "Camunda 8.6";
    }

    @Override
    public String waitsFor() {
        return "its partition at " + readiness(site.ports());
    }

    @Override
    public void start() {
        Path home = Distribution.CAMUNDA.in(site.dist());
        ChildProcess started = site.children().launch(new Launch(NAME, folder(), command(home), environment()));
        child = started;
        started.await(() -> Probe.answers(readiness(site.ports())), site.patience());
        new BrokerClock(actuator()).move(offset.read());
    }

    @Override
    public Optional<ChildProcess> child() {
        return Optional.ofNullable(child);
    }

    @Override
    public Map<String, String> settings() {
        return Map.of();
    }

    @Override
    public String licence() {
        return "Camunda 8.6 runs here under the Camunda License 1.0: free for development and tests, for production you"
                + " need a licence from Camunda.";
    }

    @Override
    public void forget() {
        try {
            FileSystemUtils.deleteRecursively(folder());
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to delete the broker's data in '" + folder() + "'", e);
        }
    }

    private Path folder() {
        return site.folder().folder(NAME);
    }

    @Override
    public URI gateway() {
        return gateway(site.ports());
    }

    @Override
    public URI actuator() {
        return actuator(site.ports());
    }

    static URI readiness(Ports ports) {
        return actuator(ports).resolve("/actuator/health/readiness");
    }

    static URI actuator(Ports ports) {
        return URI.create("http://127.0.0.1:" + ports.brokerActuator());
    }

    static URI gateway(Ports ports) {
        return URI.create("http://127.0.0.1:" + ports.gateway());
    }

    private List<String> command(Path home) {
        var command = new ArrayList<>(List.of(site.jdk().executable()));
        command.addAll(BrokerCache.in(site.dist(), site.jdk()).options());
        command.addAll(java(home, folder()));
        return command;
    }

    /** What bin/broker runs, with its configuration beside the class path: a cache of classes takes jars only. */
    static List<String> java(Path home, Path folder) {
        return List.of(
                "-Xmx192m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Dapp.name=broker",
                "-Dbasedir=" + folder,
                "-Dapp.home=" + folder,
                "-Dspring.config.additional-location=file:" + home.resolve("config") + "/",
                "-Dlog4j2.configurationFile=" + home.resolve("config/log4j2.xml"),
                "-cp",
                home.resolve("lib") + "/*",
                "io.camunda.application.StandaloneBroker");
    }

    private Map<String, String> environment() {
        return environment(site.ports(), folder());
    }

    static Map<String, String> environment(Ports ports, Path folder) {
        return Map.ofEntries(
                Map.entry("ZEEBE_CLOCK_CONTROLLED", "true"),
                Map.entry("ZEEBE_BROKER_NETWORK_HOST", "127.0.0.1"),
                Map.entry("ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT", Integer.toString(ports.brokerCommand())),
                Map.entry("ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT", Integer.toString(ports.brokerInternal())),
                Map.entry("ZEEBE_BROKER_GATEWAY_NETWORK_HOST", "127.0.0.1"),
                Map.entry("ZEEBE_BROKER_GATEWAY_NETWORK_PORT", Integer.toString(ports.gateway())),
                Map.entry("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1"),
                Map.entry("MANAGEMENT_SERVER_PORT", Integer.toString(ports.brokerActuator())),
                // Its REST API is not used here; the default port would be the app's.
                Map.entry("SERVER_ADDRESS", "127.0.0.1"),
                Map.entry("SERVER_PORT", "0"),
                Map.entry("ZEEBE_BROKER_DATA_DIRECTORY", folder.resolve("data").toString()),
                Map.entry("ZEEBE_BROKER_DATA_LOGSEGMENTSIZE", "16MB"),
                Map.entry("ZEEBE_BROKER_DATA_DISK_FREESPACE_PROCESSING", "256MB"),
                Map.entry("ZEEBE_BROKER_DATA_DISK_FREESPACE_REPLICATION", "128MB"),
                Map.entry("ZEEBE_BROKER_EXPERIMENTAL_ROCKSDB_MEMORYLIMIT", "64MB"));
    }
}
