package dev.countersign.changes.web;

import dev.countersign.spelling.TypedSearch;

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
    public String such() {
        return such;
    }
}
