package dev.countersign.changes.web;

import dev.countersign.spelling.TypedSearch;
import java.util.Locale;

/** What the list of changes can be asked by name. */
enum SearchName implements TypedSearch.Name {
    WHO("ada"),
    STATE("approved"),
    SYSTEM("checkout-api"),
    TIER("1"),
    AFTER("2026-11-01"),
    BEFORE("2026-12-01");

    private final String such;

    SearchName(String such) {
        this.such = such;
    }

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String example() {
        return word() + ":" + such;
    }
}
