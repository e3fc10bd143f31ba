package dev.countersign.registry;

/**
 * One fact that a proposal wants to change.
 *
 * @param was what its author saw; empty if the thing is new
 * @param is what is true now; the same as `was` unless somebody else was faster
 */
public record FieldChange(String label, String was, String is, String wanted) {

    public boolean isOvertaken() {
        return !was.equals(is);
    }
}
