package dev.countersign.reviews.web;

import dev.countersign.reviews.Answer;
import dev.countersign.reviews.Care;
import dev.countersign.reviews.Care.Affirmation;
import dev.countersign.reviews.Verdict;
import dev.countersign.spelling.Excerpt;
import dev.countersign.spelling.PlainText;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/**
 * What is typed beside the form of a decision.
 *
 * @param affirmed the questions of the checklist that are ticked
 */
record SentCare(String preMortem, Set<String> affirmed, boolean independent) {

    static final String PRE_MORTEM = "_preMortem";
    static final String AFFIRMED = "_affirmed";
    static final String INDEPENDENT = "_independent";

    private static final int LONGEST = 4000;

    SentCare {
        affirmed = Set.copyOf(affirmed);
    }

    static SentCare of(MultiValueMap<String, String> typed) {
        return new SentCare(
                text(typed, PRE_MORTEM),
                Set.copyOf(typed.getOrDefault(AFFIRMED, List.of())),
                typed.containsKey(INDEPENDENT));
    }

    /** The same words and ticks as are on the record; how long it was read is nobody's word. An abstention has none. */
    boolean isThat(Verdict given, Care care) {
        return given.answer() == Answer.ABSTAIN
                || care.preMortem().equals(preMortem)
                        && care.independent() == independent
                        && affirmed.equals(care.checklist().stream()
                                .filter(Affirmation::affirmed)
                                .map(Affirmation::question)
                                .collect(Collectors.toSet()));
    }

    static String text(MultiValueMap<String, String> typed, String name) {
        String first = typed.getFirst(name);
        return first == null ? "" : Excerpt.start(PlainText.of(first).strip(), LONGEST);
    }
}
