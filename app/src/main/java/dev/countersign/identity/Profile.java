package dev.countersign.identity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the identity provider says of an account beside who is behind it and what they may do.
 *
 * @param address its e-mail address, if that was verified
 * @param manager whom its person answers to
 * @param atForges the addresses that forges make up for its person
 */
public record Profile(Optional<String> address, Optional<PersonId> manager, List<String> atForges) {

    public Profile {
        atForges = List.copyOf(atForges);
    }

    /** Of somebody of whom no account at a forge is noted. */
    public Profile(Optional<String> address, Optional<PersonId> manager) {
        this(address, manager, List.of());
    }

    /** Everything by which commits can name them. */
    Stream<String> addresses() {
        return Stream.concat(address.stream(), atForges.stream());
    }
}
