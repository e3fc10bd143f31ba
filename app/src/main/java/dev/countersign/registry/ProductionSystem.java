package dev.countersign.registry;

import dev.countersign.identity.PersonId;

/**
 * Something that runs in production and that changes are made to.
 *
 * @param tier 1 is the most critical: it can affect customers' orders directly
 * @param department the key of the department that answers for it
 * @param controlPlane whether it steers other systems
 */
public record ProductionSystem(
        String key,
        String name,
        String description,
        int tier,
        String department,
        PersonId owner,
        boolean controlPlane) {}
