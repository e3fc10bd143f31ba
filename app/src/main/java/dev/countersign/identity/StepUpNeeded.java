package dev.countersign.identity;

/**
 * A decision was tried without a fresh log-in. It is no refusal: the way goes through the identity provider and back to
 * the form, and nothing typed is lost.
 */
public final class StepUpNeeded extends RuntimeException {

    private final String matter;

    StepUpNeeded(String matter) {
        super("Expected to decide on '%s' after a fresh log-in, but there is none.".formatted(matter));
        this.matter = matter;
    }

    public String matter() {
        return matter;
    }
}
