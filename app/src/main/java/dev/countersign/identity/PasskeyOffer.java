package dev.countersign.identity;

import java.time.Instant;
import java.util.UUID;

/** Somebody may enrol one passkey, having shown that it is them. */
public record PasskeyOffer(UUID id, PersonId person, String label, Base64Url challenge, Instant at) {}
