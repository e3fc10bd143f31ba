package dev.countersign.local;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Camunda, Keycloak and PostgreSQL for tests: real processes on free ports, their data and logs in
 * `target/real-stack/<name>`. One, on the engine in memory, is shared by all tests of a JVM; a test that breaks things
 * takes one of its own, on the broker.
 */
public final class RealStack implements AutoCloseable {

    private static final class Shared {
        static final RealStack STACK = on("memory", "shared");
    }

    private static final class Fragile {
        static final RealStack STACK = fresh("fragile");
    }

    private final LocalStack stack;
    private final Site site;
    private final AtomicInteger apps = new AtomicInteger();

    private RealStack(LocalStack stack) {
        this.stack = stack;
        this.site = stack.site();
    }

    /** Started by the first who asks, stopped when the JVM ends. */
    public static RealStack shared() {
        return Shared.STACK;
    }

    /** One more, for tests that break things and clean up after themselves. */
    public static RealStack fragile() {
        return Fragile.STACK;
    }

    /** A stack with empty data that nobody else touches. Tests start so many brokers that the first one pays the cache. */
    public static RealStack fresh(String name) {
        return on("broker", name);
    }

    private static RealStack on(String engine, String name) {
        var settings = new LocalSettings(
                Path.of("target", "real-stack", name).toAbsolutePath(),
                Path.of(".local", "dist").toAbsolutePath(),
                true,
                null,
                Duration.ofMinutes(5),
                false,
                engine,
                Ports.anyFree());
        var stack = LocalStack.open(settings, new PlainProgress(new PrintStream(System.err, true)));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        if (stack.isUntrained()) {
            stack.brokerCache().make(stack.site());
        }
        stack.start(() -> {});
        return new RealStack(stack);
    }

    /** What an application needs to know to run on this stack. */
    public Map<String, String> properties() {
        return stack.properties();
    }

    public Server engine() {
        return new Server(stack.engine());
    }

    public Server keycloak() {
        return new Server(stack.keycloak());
    }

    public Server postgres() {
        return new Server(stack.postgres());
    }

    /** Kills Camunda, deletes all it knows, and starts it empty. */
    public void loseEngineData() {
        engine().kill();
        stack.engine().forget();
        engine().start();
    }

    /** Moves the time of the broker and of every application on this stack. */
    public void moveClock(Duration by) {
        new LocalClock(clock(), brokerClock()).move(by);
    }

    /** Moves the time of the applications only, as if the broker's timers had died. */
    public void moveClockOfApplications(Duration by) {
        clock().move(by);
    }

    /** Lets the broker catch up, so that the next test finds one time again. */
    public void moveClockOfBroker(Duration by) {
        brokerClock().move(by);
    }

    /** The time as the applications on this stack have it. */
    public Instant now() {
        return clock().instant();
    }

    private BrokerClock brokerClock() {
        return new BrokerClock(Objects.requireNonNull(stack.engine().actuator()));
    }

    private MovableClock clock() {
        return new MovableClock(new ClockOffset(site.folder().file("clock-offset")));
    }

    /** The database as the application sees it. */
    public Connection asApp() throws SQLException {
        return DriverManager.getConnection(
                database(), "countersign_app", site.secrets().app());
    }

    /** The database as the account that migrates sees it. */
    public Connection asOwner() throws SQLException {
        return DriverManager.getConnection(
                database(), "countersign_owner", site.secrets().owner());
    }

    private String database() {
        return Databases.url(site.ports().postgres(), "countersign");
    }

    /** The database server as whoever runs it sees it. */
    public Connection asAdmin() throws SQLException {
        return DriverManager.getConnection(
                database(), "postgres", site.secrets().databaseAdmin());
    }

    public URI issuer() {
        return stack.keycloak().issuer();
    }

    /** The secret of client `countersign-pipeline`, for a token by client credentials. */
    public String pipelineSecret() {
        return site.secrets().pipeline();
    }

    /** The password of Keycloak's account `admin`, for a test that needs an account of its own. */
    public String keycloakAdminSecret() {
        return site.secrets().keycloakAdmin();
    }

    /** Runs the application as an operating system process of its own, which a test may kill. */
    public AppProcess startApp(Map<String, String> properties) {
        return AppProcess.start(site, "app-" + apps.incrementAndGet(), properties);
    }

    /** Any other program beside the servers; it ends with them. */
    ChildProcess launch(Launch launch) {
        return site.children().launch(launch);
    }

    @Override
    public void close() {
        stack.close();
    }
}
