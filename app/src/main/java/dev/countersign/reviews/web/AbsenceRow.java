package dev.countersign.reviews.web;

import java.time.Instant;

/**
 * One absence as it is read.
 *
 * @param delegates who decides meanwhile; empty if nobody does
 * @param recordedBy who declared it, if it was somebody else; empty otherwise
 * @param begun whether they are away already
 * @param leads whether there is something to decide for them
 * @param editable whether the reader may end it
 */
record AbsenceRow(
        long id,
        String person,
        Instant from,
        Instant until,
        String reason,
        String delegates,
        String recordedBy,
        boolean begun,
        boolean mine,
        boolean leads,
        boolean editable) {

    public String end() {
        return begun ? (mine ? "I am back" : "They are back") : "Call it off";
    }
}
