package dev.countersign.local;

import dev.countersign.refusals.Refusal;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL 18 with its data in the data folder. */
final class Postgres implements Part {

    static final String NAME = "postgres";

    private final Site site;
    private volatile @Nullable ChildProcess child;

    Postgres(Site site) {
        this.site = site;
    }

    @Override
    public String title() {
        return "PostgreSQL 18";
    }

    @Override
    public String waitsFor() {
        return "its databases on port " + site.ports().postgres();
    }

    @Override
    public void start() {
        Path home = PostgresBinaries.unpacked(site.dist());
        if (!Files.exists(data().resolve("PG_VERSION"))) {
            create(home);
        }
        ChildProcess started = site.children().launch(launch(NAME, home, server()));
        child = started;
        var databases = new Databases(site.ports().postgres(), site.secrets());
        started.await(databases::answer, site.patience());
        databases.prepare();
    }

    @Override
    public Optional<ChildProcess> child() {
        return Optional.ofNullable(child);
    }

    private Path data() {
        return site.folder().file("postgres");
    }

    /** An earlier start may have died at any moment of this; what it left is no database yet. */
    private void create(Path home) {
        Path draft = site.folder().folder("postgres.new");
        Path password = site.folder().file("postgres.password");
        try {
            FileSystemUtils.deleteRecursively(draft);
            Files.writeString(password, site.secrets().databaseAdmin());
            site.children()
                    .launch(launch("postgres-create", home, initdb(draft, password)))
                    .awaitEnd();
            Files.delete(password);
            Files.move(draft, data());
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to create the database files in '" + data() + "'", e);
        }
    }

    private static List<String> initdb(Path folder, Path password) {
        return List.of(
                "initdb",
                "-D",
                folder.toString(),
                "-U",
                "postgres",
                "-E",
                "UTF8",
                "--locale=C",
                "--no-sync",
                "--auth=scram-sha-256",
                "--pwfile=" + password);
    }

    private List<String> server() {
        return List.of(
                "postgres",
                "-D",
                data().toString(),
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(site.ports().postgres()),
                "-k",
                "",
                "-c",
                "max_connections=200",
                "-c",
                "shared_buffers=64MB");
    }

    private Launch launch(String name, Path home, List<String> command) {
        var line = new ArrayList<>(asOrdinaryUser());
        line.add(home.resolve("bin").resolve(command.getFirst()).toString());
        line.addAll(command.subList(1, command.size()));
        return new Launch(name, site.folder().root(), line, Map.of("LC_ALL", "C"));
    }

    /** PostgreSQL refuses to run as root, so root runs it in a user namespace where it is nobody. */
    private static List<String> asOrdinaryUser() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        if (LinuxUtils.isUnshareAvailable()) {
            return List.of("unshare", "-U");
        }
        throw Refusal.conflict(
                "local.root",
                "Expected to run PostgreSQL as 'root', but it refuses root and user namespaces are not available.",
                "Run as an ordinary user.");
    }
}
