package dev.countersign.identity;

/** How much room is left for forms of people who are not logged in yet; it is one for all nodes. */
@FunctionalInterface
public interface SalvageRoom {

    boolean has(long bytes);
}
