package dev.countersign.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.CopyOption;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/** Does in folders what `Dockerfile` says: the same commands on the same files, without a container around them. */
final class ImageRecipe {

    private static final CopyOption[] AS_IT_IS = {
        StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES
    };

    private final Path context;
    private final Path root;
    private final Path java;
    private String stage = "";
    private Path folder = Path.of("");
    private List<String> command = List.of();

    private ImageRecipe(Path context, Path root, Path java) {
        this.context = context;
        this.root = root;
        this.java = java;
    }

    /** Follows the recipe in `context`; each stage becomes a folder below `root`. */
    static ImageRecipe follow(Path context, Path root, Jdk jdk) {
        try {
            FileSystemUtils.deleteRecursively(root);
            var recipe = new ImageRecipe(context, root, jdk.home().resolve("bin"));
            for (String line : lines(Files.readString(context.resolve("Dockerfile")))) {
                recipe.step(line.split(" ", 2)[0], line.split(" ", 2)[1]);
            }
            return recipe;
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to follow the recipe of the image", e);
        }
    }

    /** Where its process would start. */
    Path folder() {
        return folder;
    }

    /** What its process would be. */
    List<String> command() {
        return Stream.concat(
                        Stream.of(java.resolve(command.getFirst()).toString()),
                        command.stream().skip(1))
                .toList();
    }

    private static List<String> lines(String recipe) {
        return recipe.replaceAll("\\\\\\n\\s*", "")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private void step(String instruction, String rest) throws IOException {
        switch (instruction) {
            case "FROM" -> stage = rest.contains(" AS ") ? rest.replaceFirst(".* AS ", "") : "image";
            case "WORKDIR" -> folder = Files.createDirectories(inside(stage, rest));
            case "COPY" -> copy(rest.split(" "));
            case "RUN" -> run(rest);
            case "ENTRYPOINT" -> command = List.of(JsonMapper.shared().readValue(rest, String[].class));
            case "USER", "EXPOSE" -> {}
            default -> throw new AssertionError("Expected to know what to do for " + instruction);
        }
    }

    private Path inside(String stage, String path) {
        return root.resolve(stage).resolve(path.replaceFirst("^/", ""));
    }

    private void copy(String... words) throws IOException {
        boolean staged = words[0].startsWith("--from=");
        String what = words[words.length - 2];
        Path target = folder.resolve(words[words.length - 1]).normalize();
        if (staged) {
            tree(inside(words[0].replace("--from=", ""), what), target);
        } else {
            Files.copy(only(what), target, AS_IT_IS);
        }
    }

    private Path only(String pattern) throws IOException {
        var matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        try (Stream<Path> files = Files.list(context.resolve(pattern).getParent())) {
            List<Path> matching = files.filter(file -> matcher.matches(context.relativize(file)))
                    .toList();
            if (matching.size() != 1) {
                throw new AssertionError("Expected one file '%s', but there are %s.".formatted(pattern, matching));
            }
            return matching.getFirst();
        }
    }

    private static void tree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, AS_IT_IS);
                }
            }
        }
    }

    private void run(String line) throws IOException {
        Path log = root.resolve(stage + ".log");
        var shell = new ProcessBuilder("sh", "-c", line).directory(folder.toFile());
        shell.environment().merge("PATH", java.toString(), (old, own) -> own + File.pathSeparator + old);
        shell.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        int code = shell.start().onExit().join().exitValue();
        if (code != 0) {
            throw new AssertionError("Expected '%s' to work, but: %s"
                    .formatted(line, Arrays.toString(Files.readAllLines(log).toArray())));
        }
    }
}
