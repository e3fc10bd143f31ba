package dev.countersign.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * The identity provider's word that somebody is logged out: at one session of theirs, or everywhere.
 *
 * @param token the token's own id
 * @param endsAt when the token ends
 * @param session the session at the provider
 * @param account the account at the provider
 */
public record LogOut(String token, Instant endsAt, Optional<String> session, Optional<String> account) {}
