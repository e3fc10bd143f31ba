package dev.countersign.registry;

import dev.countersign.identity.PersonId;

/** A part of the house with a director who signs and a VP above. */
public record Department(String key, String name, String organisation, PersonId director, PersonId vp) {}
