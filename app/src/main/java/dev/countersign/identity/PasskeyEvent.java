package dev.countersign.identity;

import java.time.Instant;
import java.util.UUID;

/** What became of somebody's passkeys; published in the transaction that made it true. */
public sealed interface PasskeyEvent {

    PersonId person();

    UUID passkey();

    String label();

    /**
     * A passkey can sign from now on.
     *
     * @param keyHash the SHA-256 of its public key as COSE, in hex
     */
    record Enrolled(PersonId person, UUID passkey, String label, String keyHash) implements PasskeyEvent {}

    /** A passkey, this one or another of theirs, signed that it is of no use any more. */
    record Removed(PersonId person, UUID passkey, String label) implements PasskeyEvent {}

    /** Its owner says that it is lost; until the end they can say that it is not. */
    record ReportedLost(PersonId person, UUID passkey, String label, Instant endsAt) implements PasskeyEvent {}

    /** A passkey of theirs signed that it stays. */
    record Kept(PersonId person, UUID passkey, String label) implements PasskeyEvent {}
}
