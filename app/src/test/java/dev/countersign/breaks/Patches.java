package dev.countersign.breaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Makes folders that hold one broken rule each, as it stands on the class path. */
final class Patches {

    private static final List<String> OPTIONS =
            List.of("-proc:none", "-parameters", "-nowarn", "-Xlint:none", "-implicit:none");

    private final Path folder;
    private final StandardJavaFileManager files =
            ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);

    /**
     * Begins with none.
     *
     * @param folder where they are made
     * @param classes the class path of the house
     */
    Patches(Path folder, String classes) throws IOException {
        this.folder = folder;
        files.setLocationFromPaths(
                StandardLocation.CLASS_PATH,
                Arrays.stream(classes.split(File.pathSeparator, -1))
                        .map(Path::of)
                        .toList());
    }

    /** One that breaks nothing. */
    Path none() throws IOException {
        return Files.createTempDirectory(folder, "patch");
    }

    Path of(Break one) throws IOException {
        Path patch = none();
        if (one.isJava()) {
            compile(one, patch);
        } else {
            Path place = patch.resolve(one.place());
            Files.createDirectories(place.getParent());
            Files.writeString(place, one.brokenText());
        }
        return patch;
    }

    /** A break that does not compile would be noticed by nobody's merit. */
    private void compile(Break one, Path patch) throws IOException {
        Path source = patch.resolve("source").resolve(one.source().getFileName());
        Files.createDirectories(source.getParent());
        Files.writeString(source, one.brokenText());
        files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(patch));
        List<Path> sources =
                Stream.concat(Stream.of(source), one.copies().stream()).toList();
        var said = new StringWriter();
        boolean compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(said, files, null, OPTIONS, null, files.getJavaFileObjectsFromPaths(sources))
                .call();
        assertThat(compiled).as("compiling %s: %s", one, said).isTrue();
    }
}
