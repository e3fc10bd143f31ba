package dev.countersign.registry;

/**
 * Something that a description cannot say.
 *
 * @param department whether it is one of a department
 * @param key of the thing described
 * @param field which of its facts is wrong, by the fact's name in files and forms
 * @param words what is wrong with it
 */
public record Flaw(boolean department, String key, String field, String words) {

    public static Flaw of(String key, String field, String words) {
        return new Flaw(false, key, field, words);
    }
}
