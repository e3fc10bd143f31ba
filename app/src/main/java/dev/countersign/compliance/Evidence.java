package dev.countersign.compliance;

/**
 * One thing a check looked at.
 *
 * @param field the key on `forms/change-request.form`, so that a reader finds the place; with `[n]` for a list's row
 * @param expected what the rule asks for, in words
 * @param actual what the change says, in words
 */
public record Evidence(String field, String expected, String actual) {

    private static final int LONGEST = 300;

    public Evidence {
        actual = actual.length() > LONGEST ? actual.substring(0, LONGEST) + "…" : actual;
    }
}
