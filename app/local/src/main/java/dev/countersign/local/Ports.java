package dev.countersign.local;

import dev.countersign.refusals.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where everything listens on loopback; 0 stands for any free port.
 *
 * @param app the application itself
 * @param keycloak Keycloak
 * @param gateway the broker's gRPC gateway
 * @param brokerCommand the broker's command API
 * @param brokerInternal the broker's cluster API
 * @param brokerActuator the broker's health and clock
 * @param postgres PostgreSQL
 */
record Ports(
        @DefaultValue("8080") int app,
        @DefaultValue("8180") int keycloak,
        @DefaultValue("26500") int gateway,
        @DefaultValue("26501") int brokerCommand,
        @DefaultValue("26502") int brokerInternal,
        @DefaultValue("9600") int brokerActuator,
        @DefaultValue("5433") int postgres) {

    static final int HIGHEST = 65_535;

    static Ports anyFree() {
        return new Ports(0, 0, 0, 0, 0, 0, 0);
    }

    /** For an engine that has no other brokers to speak to. */
    Ports withoutCluster() {
        return new Ports(app, keycloak, gateway, 0, 0, brokerActuator, postgres);
    }

    /** For an engine that is somebody else's. */
    Ports withoutEngine() {
        return new Ports(app, keycloak, 0, 0, 0, 0, postgres);
    }

    /** The same plan with every 0 replaced, or a refusal that names the first taken port. */
    Ports settled() {
        var plan = new Plan(new HashSet<>());
        return new Ports(
                plan.settle("app", app),
                plan.settle("keycloak", keycloak),
                plan.settle("gateway", gateway),
                plan.settle("broker-command", brokerCommand),
                plan.settle("broker-internal", brokerInternal),
                plan.settle("broker-actuator", brokerActuator),
                plan.settle("postgres", postgres));
    }

    private record Plan(Set<Integer> given) {

        int settle(String name, int wanted) {
            if (wanted == 0) {
                return anyOther();
            }
            if (wanted < 0 || wanted > HIGHEST) {
                throw impossible(name, wanted);
            }
            if (isFree(wanted) && given.add(wanted)) {
                return wanted;
            }
            throw Refusal.conflict(
                    "local.port-taken",
                    "Expected to listen on port '" + wanted + "' (" + name + "), but it is taken.",
                    "End the program that listens there, or give --countersign.local.ports." + name
                            + "=<another port, or 0 for any free one>.");
        }

        private static Refusal impossible(String name, int wanted) {
            return Refusal.invalid(
                    "local.port-impossible",
                    "Expected to listen on port '" + wanted + "' (" + name + "), but ports go from 1 to " + HIGHEST
                            + ".",
                    "Give --countersign.local.ports." + name + "=<one of them, or 0 for any free one>.");
        }

        private int anyOther() {
            int port = free();
            return given.add(port) ? port : anyOther();
        }
    }

    private static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw Refusal.conflict(
                    "local.no-port",
                    "Expected to find a free port, but the system gave none: " + e.getMessage() + ".",
                    "End programs that hold ports, and start again.");
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
