package dev.countersign.journal;

import java.util.List;
import java.util.Map;

/** All that the record says of one subject, oldest first, with the people's names and the proof of its chain. */
public record Story(String stream, List<Entry> entries, Map<String, String> names, Proof proof) {

    public Story {
        entries = List.copyOf(entries);
        names = Map.copyOf(names);
    }

    /** How people call who did it. */
    public String who(Entry entry) {
        return names.getOrDefault(entry.actor(), entry.actor());
    }
}
