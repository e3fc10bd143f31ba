package dev.countersign.reviews.web;

import dev.countersign.spelling.TypedSearch;

/** What the inbox can be asked by name. */
enum InboxName implements TypedSearch.Name {
    WHO("ada"),
    STATE("unclaimed"),
    SYSTEM("checkout-api"),
    TIER("1"),
    DEPARTMENT("checkout");

    private final String such;

    InboxName(String such) {
        this.such = such;
    }

    @Override
    public String such() {
        return such;
    }
}
