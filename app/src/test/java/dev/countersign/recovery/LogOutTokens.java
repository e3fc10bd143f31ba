package dev.countersign.recovery;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Stands where Keycloak sends its log-out tokens, and hands them to a test instead of the application. */
final class LogOutTokens implements AutoCloseable {

    private final HttpServer server;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    LogOutTokens() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            heard.add(URLDecoder.decode(body.substring("logout_token=".length()), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    String next() throws InterruptedException {
        var token = heard.poll(30, TimeUnit.SECONDS);
        if (token == null) {
            throw new AssertionError("Expected Keycloak to send a log-out token, but none came.");
        }
        return token;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
