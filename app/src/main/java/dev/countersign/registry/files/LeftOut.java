package dev.countersign.registry.files;

/**
 * Something in a file that is taken for nothing here; the rest of the file can come in.
 *
 * @param about what it is, as the file calls it
 */
public record LeftOut(int line, String about, String reason) implements Comparable<LeftOut> {

    @Override
    public int compareTo(LeftOut other) {
        return Integer.compare(line, other.line);
    }
}
