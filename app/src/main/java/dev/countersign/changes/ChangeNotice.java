package dev.countersign.changes;

/**
 * Somebody must act on a change: what, why in the words of who asks, and where.
 *
 * @param quote the reason as somebody gave it; empty if the words say all
 * @param path where it is done or read
 * @param action what the link there is called
 * @param yours whether it is the reader who must act
 */
public record ChangeNotice(String words, String quote, String path, String action, boolean yours) {}
