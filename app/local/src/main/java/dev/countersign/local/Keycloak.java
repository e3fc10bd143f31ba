package dev.countersign.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keycloak with the demo realm, its data in PostgreSQL. */
final class Keycloak implements Part {

    static final String NAME = "keycloak";
    private static final String REALM = "countersign-realm.json";

    private final Site site;
    private volatile @Nullable ChildProcess child;

    Keycloak(Site site) {
        this.site = site;
    }

    @Override
    public String title() {
        return "Keycloak 26";
    }

    @Override
    public String waitsFor() {
        return "PostgreSQL, then realm " + issuer();
    }

    URI issuer() {
        return URI.create(base() + "/realms/countersign");
    }

    private String base() {
        return "http://localhost:" + site.ports().keycloak();
    }

    @Override
    public void start() {
        ChildProcess started = site.children().launch(server());
        child = started;
        started.await(() -> Probe.answers(issuer()), site.patience());
    }

    @Override
    public Optional<ChildProcess> child() {
        return Optional.ofNullable(child);
    }

    /** Needs no database, so it may run while that one starts. */
    void prepare() {
        var build = new KeycloakBuild(site, Distribution.KEYCLOAK.in(site.dist()));
        build.ensure();
        lay(build.home());
    }

    /** A home of its own per data folder: the libraries are shared, whatever Keycloak writes is not. */
    private void lay(Path home) {
        site.folder().folder("keycloak/conf");
        site.folder().folder("keycloak/providers");
        Path realm = site.folder().folder("keycloak/data/import").resolve(REALM);
        Path lib = home().resolve("lib");
        try (InputStream source = Objects.requireNonNull(Keycloak.class.getResourceAsStream("/local/" + REALM))) {
            Files.copy(source, realm, StandardCopyOption.REPLACE_EXISTING);
            KeycloakThemes.lay(site.folder().folder("keycloak/themes"));
            Files.deleteIfExists(lib);
            Files.createSymbolicLink(lib, home.resolve("lib"));
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to lay out Keycloak's home in '" + home() + "'", e);
        }
    }

    private Path home() {
        return site.folder().folder("keycloak");
    }

    private Launch server() {
        var command = new ArrayList<>(KeycloakBuild.java(site.jdk(), home(), home().resolve("lib")));
        command.addAll(List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + site.ports().keycloak(),
                "--hostname=" + base(),
                "--db-url=" + Databases.url(site.ports().postgres(), "keycloak"),
                "--db-username=keycloak",
                // Else a second log-in of somebody, while one is under way, is told that the account is disabled.
                "--spi-brute-force-protector--default-brute-force-detector--allow-concurrent-requests=true"));
        return new Launch(NAME, home(), command, environment());
    }

    private Map<String, String> environment() {
        return Map.of(
                "COUNTERSIGN_ADDRESS", "http://localhost:" + site.ports().app(),
                "KC_DB_PASSWORD", site.secrets().keycloakDatabase(),
                "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD", site.secrets().keycloakAdmin(),
                "COUNTERSIGN_CLIENT_SECRET", site.secrets().client(),
                "COUNTERSIGN_PIPELINE_SECRET", site.secrets().pipeline());
    }
}
