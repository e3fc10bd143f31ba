package dev.countersign.registry.files;

/**
 * A place in a file that cannot be taken over.
 *
 * @param column of a CSV file the cell, of a YAML file the character; both from 1
 * @param subject the key of what is described there, as far as it is known
 */
public record BadRow(int line, int column, String subject, String reason) implements Comparable<BadRow> {

    @Override
    public int compareTo(BadRow other) {
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }
}
