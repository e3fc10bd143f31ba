package dev.countersign.journal;

import java.util.List;
import java.util.Set;

/** What a module keeps of deeds that count, so that the record can be compared with it in both directions. */
public interface Deeds {

    /** The kinds of entries that tell of such a deed. */
    Set<String> kinds();

    /** Those that belong to the subject of this stream. */
    List<KeptDeed> on(String stream);
}
