package dev.countersign.desk;

import java.time.Instant;

/** Something that somebody wrote to the reader in a thread, as their desk shows it. */
public record Mail(String person, String about, String change, String begins, String path, Instant at) {}
