package dev.countersign.refusals;

/**
 * A refusal as somebody reads it.
 *
 * @param reason the fact alone, where it is plain what was attempted
 */
public record Told(String sentence, String reason, String wayOut) {

    /** What was no refusal, but is told in its place. */
    public static Told of(String text) {
        return new Told(text, text, "");
    }
}
