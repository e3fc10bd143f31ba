package dev.countersign.journal;

/** Keeps what an entry says from everybody for as long as somebody must not know it yet; that there is one is no secret. */
@FunctionalInterface
public interface Withholding {

    boolean withholds(Entry entry);
}
