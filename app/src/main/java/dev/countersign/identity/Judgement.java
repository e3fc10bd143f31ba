package dev.countersign.identity;

/** What there is to say of a signature that was brought. */
sealed interface Judgement {

    /** It is what was asked for, by the key that it says. */
    record Fits(long count) implements Judgement {}

    /**
     * It is not.
     *
     * @param fact why not, after "but"
     */
    record Fails(String fact) implements Judgement {}
}
