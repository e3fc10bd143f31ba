package dev.countersign.desk;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How the departments of a leader stand.
 *
 * @param departments their keys
 * @param median how long half of their latest decisions took at most; empty if nobody decided anything
 * @param overdue how many decisions should have been taken by now
 * @param bypasses how many deployments went around the gate and are not settled
 */
public record LeaderFigures(Set<String> departments, Optional<Duration> median, int overdue, int bypasses) {}
