package dev.countersign.reviews.web;

import dev.countersign.changes.Duty;
import dev.countersign.forms.Answers;
import dev.countersign.reviews.Answer;
import dev.countersign.reviews.Verdict;
import java.util.Locale;
import java.util.Optional;

/**
 * What the form of a decision says.
 *
 * @param answer empty while none is chosen
 * @param read the hash of the revision that it is about
 */
record SentDecision(Duty duty, String read, Optional<Answer> answer, String comment) {

    static SentDecision of(Duty duty, String read, Answers answers) {
        return new SentDecision(duty, read, answer(answers), comment(answers));
    }

    /** The whole of it counts: the same words may carry another answer, or be about another text. */
    boolean isThat(Verdict given) {
        return given.duty() == duty
                && given.hash().equals(read)
                && answer.filter(said -> said == given.answer()).isPresent()
                && given.comment().equals(comment);
    }

    private static Optional<Answer> answer(Answers answers) {
        String word = answers.text("verdict").isEmpty() ? answers.text("decision") : answers.text("verdict");
        return switch (word) {
            case "" -> Optional.empty();
            case "decline" -> Optional.of(Answer.REJECT);
            default -> Optional.of(Answer.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')));
        };
    }

    private static String comment(Answers answers) {
        String reason = answers.text("reason");
        return reason.isBlank() ? answers.text("comment") : reason;
    }
}
