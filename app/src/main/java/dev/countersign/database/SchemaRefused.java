package dev.countersign.database;

/** The database is not the one that this release was made for, so it does not begin. */
final class SchemaRefused extends RuntimeException {

    SchemaRefused(String sentence) {
        super(sentence);
    }

    SchemaRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
