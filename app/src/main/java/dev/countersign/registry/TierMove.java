package dev.countersign.registry;

/**
 * A system's tier is another one than the journal last told of.
 *
 * @param was 0 if it never told of the system
 */
record TierMove(String system, int was, int tier) {

    boolean crossesTierOne() {
        return was == 1 ^ tier == 1;
    }
}
