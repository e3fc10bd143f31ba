package dev.countersign.reviews;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How somebody reached a verdict, as far as it is known. It is shown beside the verdict and never decides whether that
 * counts.
 *
 * @param preMortem what would have happened if it had gone wrong; empty where nobody was asked
 * @param unopened the sections that were not opened on the last visit, as earlier releases wrote down; no verdict says
 *     that any more, for who had read them before looked careless
 * @param reading how long the page was open; empty if that is not known
 * @param independent whether they declared that their ties to its authors do not sway them
 */
public record Care(
        String preMortem,
        List<Affirmation> checklist,
        Optional<List<String>> unopened,
        Optional<Duration> reading,
        boolean independent) {

    public static final Care UNKNOWN = new Care("", List.of(), Optional.empty(), Optional.empty(), false);

    public Care {
        checklist = List.copyOf(checklist);
        unopened = unopened.map(List::copyOf);
    }

    /** A question of the checklist as it was read, and whether it was affirmed. */
    public record Affirmation(String question, boolean affirmed) {}

    public static Care withPreMortem(String preMortem) {
        return new Care(preMortem, List.of(), Optional.empty(), Optional.empty(), false);
    }

    /** The same from somebody who declared themselves free. */
    public Care declared() {
        return new Care(preMortem, checklist, unopened, reading, true);
    }

    /** What somebody wrote down stands for the next text too; how they read the earlier one says nothing of it. */
    Care ofAnotherText() {
        return new Care(preMortem, checklist, Optional.empty(), Optional.empty(), independent);
    }
}
