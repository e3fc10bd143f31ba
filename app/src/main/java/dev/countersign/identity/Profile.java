package dev.countersign.identity;

import java.util.Optional;

/**
 * What the identity provider says of an account beside who is behind it and what they may do.
 *
 * @param address its e-mail address, if that was verified
 * @param manager whom its person answers to
 */
public record Profile(Optional<String> address, Optional<PersonId> manager) {}
