package dev.countersign.local;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a Chromium for tests, or installs Debian's; a machine without one fails, it never skips. */
public final class Browsers {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final List<String> ARGUMENTS = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private Browsers() {}

    /** Playwright without its own download; close it after the tests. */
    public static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    public static Browser launch(Playwright playwright) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(arguments())
                        .setHeadless(true));
    }

    static List<String> arguments() {
        boolean root = "root".equals(System.getProperty("user.name"));
        return Stream.concat(root ? Stream.of("--no-sandbox") : Stream.empty(), ARGUMENTS.stream())
                .toList();
    }

    static Path chromium() {
        return onPath().or(Browsers::ofPlaywright)
                .or(Browsers::installed)
                .orElseThrow(() -> new IllegalStateException(
                        "Expected to find a Chromium, but there is none and `apt-get install chromium` gave none. "
                                + "Install one and put it on the PATH."));
    }

    private static Optional<Path> onPath() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> ofPlaywright() {
        Path cache = Optional.ofNullable(System.getenv("PLAYWRIGHT_BROWSERS_PATH"))
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".cache", "ms-playwright"));
        if (!Files.isDirectory(cache)) {
            return Optional.empty();
        }
        try (var files = Files.find(cache, 3, (file, facts) -> file.endsWith("chrome") && Files.isExecutable(file))) {
            return files.filter(Files::isRegularFile).max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> installed() {
        run("apt-get", "update");
        run("apt-get", "install", "-y", "--no-install-recommends", "chromium");
        return onPath();
    }

    private static void run(String... command) {
        try {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Expected to install Chromium by apt-get, but it cannot run. Install one by hand.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
