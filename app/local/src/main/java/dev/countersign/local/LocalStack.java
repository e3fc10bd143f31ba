package dev.countersign.local;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The three servers the application needs, put up side by side. */
final class LocalStack implements AutoCloseable {

    private final Site site;
    private final Progress progress;
    private final Postgres postgres;
    private final Engine engine;
    private final Keycloak keycloak;

    private LocalStack(Site site, Progress progress) {
        this.site = site;
        this.progress = progress;
        this.postgres = new Postgres(site);
        this.engine = site.engine().on(site);
        this.keycloak = new Keycloak(site);
    }

    /** Takes the data folder, ends what a killed predecessor left in it, and settles the ports; starts nothing yet. */
    static LocalStack open(LocalSettings settings, Progress progress) {
        Jdk jdk = Jdk.chosen(settings.java());
        EngineChoice engine = EngineChoice.of(settings.engine());
        DataFolder folder = DataFolder.open(settings.data());
        try {
            return new LocalStack(site(settings, jdk, engine, folder, progress), progress);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static Site site(
            LocalSettings settings, Jdk jdk, EngineChoice engine, DataFolder folder, Progress progress) {
        var children = new Children(folder);
        int orphans = children.endAll();
        if (orphans > 0) {
            progress.say("Ended " + orphans + " processes that an earlier run left behind.");
        }
        if (settings.reset()) {
            folder.empty();
        }
        Ports ports = engine.listening(settings.ports()).settled();
        return new Site(folder, settings.dist(), jdk, engine, ports, Secrets.of(folder), children, settings.patience());
    }

    /**
     * Returns when all three and the application are ready, or with the first failure. Whoever started it closes it then:
     * the application first, or it would complain at length that its database went.
     */
    void start(Runnable application) {
        var database = CompletableFuture.runAsync(() -> ready(postgres), LocalStack::aside);
        var processes = CompletableFuture.runAsync(() -> ready(engine), LocalStack::aside);
        var login = CompletableFuture.runAsync(() -> readyAfter(database), LocalStack::aside);
        // It needs the database only: its pages do not wait for the broker, nor its start for Keycloak.
        var app = database.thenRunAsync(application, LocalStack::aside);
        try {
            untilAllOrFirstFailure(List.of(database, processes, login, app));
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            progress.settle();
        }
    }

    /** Keycloak keeps its accounts in the database, but can build itself meanwhile. */
    private void readyAfter(CompletableFuture<Void> database) {
        progress.during(keycloak.title(), keycloak.waitsFor(), () -> {
            keycloak.prepare();
            database.join();
            keycloak.start();
        });
    }

    private static void aside(Runnable work) {
        Thread.ofPlatform().name("start").daemon().start(work);
    }

    private void untilAllOrFirstFailure(List<CompletableFuture<Void>> starts) {
        var failure = new CompletableFuture<Void>();
        starts.forEach(start -> start.exceptionally(cause -> {
            failure.completeExceptionally(cause);
            return null;
        }));
        CompletableFuture.anyOf(CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)), failure)
                .join();
    }

    private void ready(Part part) {
        progress.during(part.title(), part.waitsFor(), part::start);
    }

    Postgres postgres() {
        return postgres;
    }

    Engine engine() {
        return engine;
    }

    Keycloak keycloak() {
        return keycloak;
    }

    BrokerCache brokerCache() {
        return BrokerCache.in(site.dist(), site.jdk());
    }

    /** Whether a next start could be faster than this one was. */
    boolean isUntrained() {
        return site.engine() == EngineChoice.Own.BROKER && brokerCache().isWanted();
    }

    Site site() {
        return site;
    }

    DataFolder folder() {
        return site.folder();
    }

    int appPort() {
        return site.ports().app();
    }

    /** What the application must be told to run on this stack. */
    Map<String, String> properties() {
        return AppProperties.of(site, keycloak.issuer(), engine);
    }

    @Override
    public void close() {
        site.children().close();
        site.folder().close();
    }
}
