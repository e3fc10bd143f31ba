package dev.countersign.journal;

import java.util.Collection;
import java.util.Map;

/** Says what the subjects of the record are called; each module does for its own. */
@FunctionalInterface
public interface Titles {

    /** By stream, of those that it knows and that everybody may see who may read the record. */
    Map<String, String> of(Collection<String> streams);
}
