package dev.countersign.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A browser in which somebody is logged in.
 *
 * @param id what it is called outside; whoever knows it cannot act in the session
 * @param since when they logged in there
 * @param seen when it last asked for a page
 * @param browser what it is, in words
 * @param address where it came from at the log-in
 * @param current whether it is the one that asks
 */
public record OwnSession(UUID id, Instant since, Instant seen, String browser, String address, boolean current) {}
