package dev.countersign.bpmn;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The 8.8 test engine as a program of its own, for the local stack: its gateway on one port and, on another, the two
 * routes of a broker's actuator that the stack asks for: whether it is ready, and that time passes. It keeps nothing.
 */
public final class MemoryEngine {

    private static final Pattern OFFSET = Pattern.compile("\"offsetMilli\"\\s*:\\s*(\\d{1,15})\\b");

    private final ZeebeTestEngine engine;

    private MemoryEngine(ZeebeTestEngine engine) {
        this.engine = engine;
    }

    /** @param ports of the gateway, then of the actuator */
    public static void main(String... ports) throws IOException {
        var engine = EngineFactory.create(Integer.parseInt(ports[0]));
        engine.start();
        new MemoryEngine(engine).listen(Integer.parseInt(ports[1]));
    }

    private void listen(int port) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/actuator/health/readiness", exchange -> answer(exchange, 204));
        server.createContext("/actuator/clock/add", exchange -> answer(exchange, letPass(exchange)));
        server.start();
    }

    private int letPass(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher offset = OFFSET.matcher(body);
        if (!offset.find()) {
            return 400;
        }
        engine.increaseTime(Duration.ofMillis(Long.parseLong(offset.group(1))));
        return 204;
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
