package dev.countersign.forms;

/** What is wrong with one answer, in words; `name` is the input's name and `id` where the page jumps to. */
public record Problem(String name, String id, String words) {

    /** About the answer to the question of that name. */
    public static Problem at(String name, String words) {
        return new Problem(name, Naming.id(name), words);
    }
}
