package dev.countersign.refusals;

/** Whoever people know by a name, and the house by an id. */
public interface Someone {

    /** The id, by which whoever shows a sentence looks the name up. */
    String value();
}
