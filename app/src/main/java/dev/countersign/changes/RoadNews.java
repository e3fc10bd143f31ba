package dev.countersign.changes;

import java.util.Map;

/** What another module knows of the stops on a change's way; asked for each page of a change. */
public interface RoadNews {

    /**
     * One stop's.
     *
     * @param words such as "10 of 13"; empty if there are none
     * @param asksForWork whether the change came back from there
     */
    record Note(String words, boolean asksForWork) {}

    Map<RoadStop, Note> of(Change change);
}
