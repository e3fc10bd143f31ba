package dev.countersign.reviews;

/**
 * What somebody wants to say from a seat.
 *
 * @param read the hash of the revision that they read, as the page showed it
 * @param care what is known of how they reached it
 */
record Said(String read, Answer answer, String comment, Care care) {}
