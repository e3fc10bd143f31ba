package dev.countersign.identity;

import java.util.Optional;

/** Something of a person's own that another module keeps; one's own page says how it stands and leads there. */
public interface OwnMatter {

    /** Empty for whom it is nothing to. */
    Optional<Standing> of(Person person);

    /**
     * How it stands.
     *
     * @param words one sentence, with moments as they are kept
     * @param path where it is changed
     */
    record Standing(String title, String words, String path) {}
}
