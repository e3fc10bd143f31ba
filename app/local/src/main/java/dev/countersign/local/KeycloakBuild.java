package dev.countersign.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keycloak's once-only build for PostgreSQL, which takes two thirds off each start. */
record KeycloakBuild(Site site, Path home) {

    private static final List<String> OPTIONS =
            List.of("build", "--db=postgres", "--health-enabled=false", "--metrics-enabled=false");

    /** Several data folders may share one distribution, so the build waits for its turn. */
    void ensure() {
        Path lock = home.resolve("countersign-build.lock");
        Path done = home.resolve("countersign-build.done");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var turn = channel.lock()) {
            if (!turn.isValid() || isDone(done)) {
                return;
            }
            Files.deleteIfExists(done);
            site.children().launch(launch()).awaitEnd();
            Files.writeString(done, OPTIONS.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to build Keycloak in '" + home + "'", e);
        }
    }

    private static boolean isDone(Path done) throws IOException {
        return Files.exists(done) && Files.readString(done).equals(OPTIONS.toString());
    }

    private Launch launch() {
        var command = new ArrayList<>(java(site.jdk(), home, home.resolve("lib")));
        command.addAll(OPTIONS);
        return new Launch("keycloak-build", home, command, Map.of());
    }

    /** What bin/kc.sh runs, without the shell between: a killed shell would leave its Java behind. */
    static List<String> java(Jdk jdk, Path home, Path lib) {
        return List.of(
                jdk.executable(),
                "-Xms64m",
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                lib.resolve("quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    }
}
