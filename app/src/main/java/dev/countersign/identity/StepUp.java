package dev.countersign.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A fresh log-in by which somebody shows that it is them who decide, once and on one matter.
 *
 * @param account the account at the identity provider
 * @param authTime when they logged in, by the provider's clock
 * @param acr how, in the provider's words
 * @param at when they logged in, by the house's clock
 */
public record StepUp(
        UUID id, PersonId person, String account, String matter, Instant authTime, String acr, Instant at) {}
