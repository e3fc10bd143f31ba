package dev.countersign.local;

import dev.countersign.refusals.Refusal;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A Camunda that somebody else runs: this stack neither starts nor stops it, nor moves its clock. */
final class OtherEngine implements Engine {

    private static final int PATIENCE_MILLIS = 5_000;

    private final Site site;
    private final URI gateway;

    OtherEngine(Site site, URI gateway) {
        this.site = site;
        this.gateway = gateway;
    }

    @Override
    public String title() {
        return "Camunda";
    }

    @Override
    public String waitsFor() {
        return "somebody else's gateway at " + gateway;
    }

    @Override
    public void start() {
        refuseMovedTime();
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(gateway.getHost(), port()), PATIENCE_MILLIS);
        } catch (IOException e) {
            throw Refusal.conflict(
                    "local.engine-away",
                    "Expected to run on Camunda at '" + gateway + "', but nothing answers there: " + e.getMessage()
                            + ".",
                    "Start it, or let this stack start its own with --countersign.local.engine=<broker|memory>.");
        }
    }

    private void refuseMovedTime() {
        var offset = new ClockOffset(site.folder().file("clock-offset")).read();
        if (!offset.isZero()) {
            throw Refusal.conflict(
                    "local.engine-other-time",
                    "Expected to run on Camunda at '" + gateway + "', but this stack's clock is '" + offset
                            + "' ahead of its own.",
                    "Give another --countersign.local.data=<folder>, or --reset.");
        }
    }

    private int port() {
        int named = gateway.getPort();
        return named != -1 ? named : "https".equals(gateway.getScheme()) ? 443 : 80;
    }

    @Override
    public Optional<ChildProcess> child() {
        return Optional.empty();
    }

    @Override
    public URI gateway() {
        return gateway;
    }

    @Override
    public @Nullable URI actuator() {
        return null;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of();
    }

    @Override
    public String licence() {
        return "Camunda at " + gateway + " is not this stack's; for production it needs a licence from Camunda.";
    }

    @Override
    public void forget() {
        throw new IllegalStateException("Expected to empty Camunda at '" + gateway + "', but it is somebody else's.");
    }
}
