package dev.countersign.registry;

import dev.countersign.spelling.PlainText;
import dev.countersign.spelling.RepositoryName;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a system is built from: a repository, or the part of one that several systems share. It is written
 * `owner/name`, or `owner/name//path`.
 *
 * @param path the folder that all of the system lies in; empty if any file of the repository may be part of it
 */
public record Origin(String repository, String path) {

    /** What to tell somebody whose spelling could not be read. */
    static final String SPELLING = RepositoryName.SPELLING + ", or owner/name//folder for a part of one";

    private static final String BETWEEN = "//";
    private static final Pattern FOLDER = Pattern.compile("(?!\\.{1,2}(/|$))[^/\\s]+(/(?!\\.{1,2}(/|$))[^/\\s]+)*");

    /** What somebody means; empty if it is none. */
    public static Optional<Origin> of(String typed) {
        String line = PlainText.line(typed);
        int scheme = line.indexOf("://");
        int between = line.indexOf(BETWEEN, scheme < 0 ? 0 : scheme + 3);
        if (between < 0) {
            return RepositoryName.of(line).map(name -> new Origin(name.value(), ""));
        }
        String folder = line.substring(between + BETWEEN.length()).replaceFirst("/$", "");
        return RepositoryName.of(line.substring(0, between))
                .map(name -> new Origin(name.value(), folder))
                .filter(origin ->
                        FOLDER.matcher(folder).matches() && origin.written().length() <= RepositoryName.LONGEST);
    }

    /** As the registry keeps it. */
    static Origin kept(String written) {
        int between = written.indexOf(BETWEEN);
        return between < 0
                ? new Origin(written, "")
                : new Origin(written.substring(0, between), written.substring(between + BETWEEN.length()));
    }

    /** Whether it is only a part of its repository. */
    public boolean isPart() {
        return !path.isEmpty();
    }

    /** Whether a file, by its path from the root of the repository, lies in it. */
    public boolean holds(String file) {
        return !isPart() || file.equals(path) || file.startsWith(path + "/");
    }

    /** As the registry writes it. */
    public String written() {
        return isPart() ? repository + BETWEEN + path : repository;
    }

    @Override
    public String toString() {
        return written();
    }
}
