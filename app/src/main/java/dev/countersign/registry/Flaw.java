package dev.countersign.registry;

/**
 * Something that a description cannot say.
 *
 * @param key of the thing described
 * @param field which of its facts is wrong, by the fact's name in files and forms
 * @param words what is wrong with it
 */
public record Flaw(String key, String field, String words) {}
