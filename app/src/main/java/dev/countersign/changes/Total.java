package dev.countersign.changes;

import java.util.Locale;

/** How many changes there are of a kind, counted up to a limit. */
public record Total(int count, boolean isAll) {

    /** Nobody reads on further. */
    static final int MOST = 1_000;

    public static Total of(int counted) {
        return counted > MOST ? new Total(MOST, false) : new Total(counted, true);
    }

    public static Total atLeast(int counted) {
        return new Total(Math.min(counted, MOST), false);
    }

    /** So many were seen already. */
    public Total seen(int more) {
        return isAll ? this : new Total(Math.max(count, more), false);
    }

    /** `37 changes`; `1,000+ changes` where there may be more. */
    public String words() {
        return String.format(
                Locale.UK, "%,d%s %s", count, isAll ? "" : "+", count == 1 && isAll ? "change" : "changes");
    }
}
