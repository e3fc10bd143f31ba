package dev.countersign.identity;

/**
 * A decision of somebody with a passkey was tried without its signature. It is no refusal: the form comes back with what
 * there is to sign.
 */
public final class PasskeyNeeded extends RuntimeException {

    private final PersonId person;
    private final Deed deed;

    PasskeyNeeded(PersonId person, Deed deed) {
        super("Expected '%s' to sign the decision on '%s' with a passkey, but no signature of it came along."
                .formatted(person, deed.matter()));
        this.person = person;
        this.deed = deed;
    }

    public PersonId person() {
        return person;
    }

    public Deed deed() {
        return deed;
    }
}
