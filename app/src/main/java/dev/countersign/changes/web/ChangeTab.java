package dev.countersign.changes.web;

import dev.countersign.changes.ChangePanel.Place;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A tab of a change's page; each has an address of its own. */
enum ChangeTab {
    OVERVIEW("Overview"),
    CONVERSATION("Conversation", Place.CONVERSATION),
    REVISIONS("Revisions"),
    CHECKS("Checks", Place.CHECKS),
    POLICY("Policy", Place.POLICY),
    RECORD("Record", Place.RECORD),
    DIAGRAM("Diagram", Place.DIAGRAM);

    /** One as it is shown. */
    record Shown(String words, String count, String path, boolean current) {}

    private final String words;
    private final Optional<Place> place;

    ChangeTab(String words) {
        this.words = words;
        this.place = Optional.empty();
    }

    ChangeTab(String words, Place place) {
        this.words = words;
        this.place = Optional.of(place);
    }

    /** Whoever names none of them reads the overview. */
    static ChangeTab of(Optional<String> word) {
        return word.flatMap(typed -> Arrays.stream(values())
                        .filter(tab -> tab.word().equals(typed))
                        .findFirst())
                .orElse(OVERVIEW);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where other modules' parts of it stand. */
    Optional<Place> place() {
        return place;
    }

    Shown shown(String page, String count, boolean current) {
        return new Shown(words, count, this == OVERVIEW ? page : page + "?tab=" + word(), current);
    }
}
