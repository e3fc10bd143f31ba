package dev.countersign.breaks;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The house loaded once more, with a broken rule before the right one; what it is built on is there already. */
final class BrokenHouse extends URLClassLoader {

    BrokenHouse(Path patch, String classes) {
        super(places(patch, classes), BrokenHouse.class.getClassLoader());
    }

    private static URL[] places(Path patch, String classes) {
        Stream<Path> right = Arrays.stream(classes.split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(BrokenHouse::isOurs);
        return Stream.concat(Stream.of(patch), right).map(BrokenHouse::url).toArray(URL[]::new);
    }

    private static boolean isOurs(Path place) {
        return Files.isDirectory(place) || place.getFileName().toString().startsWith("countersign-");
    }

    private static URL url(Path place) {
        try {
            return place.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Runs a test class in it. */
    int run(String test, Duration patience) throws ClassNotFoundException {
        Thread here = Thread.currentThread();
        ClassLoader before = here.getContextClassLoader();
        here.setContextClassLoader(this);
        try {
            return OneRun.here(this, test, patience);
        } finally {
            here.setContextClassLoader(before);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("dev.countersign.")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        URL ours = findResource(name);
        return ours == null ? super.getResource(name) : ours;
    }
}
