package dev.countersign.reviews;

/**
 * A search of the inbox that somebody keeps under a name.
 *
 * @param query the end of the inbox's address, without its question mark
 */
public record SavedFilter(long id, String name, String query) {}
