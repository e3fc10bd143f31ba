package dev.countersign.gate;

import java.util.Optional;

/** What was asked, each name in its one form; empty where it could not be read. */
public record Asked(
        Optional<String> repository, Optional<String> artifact, Optional<String> system, Optional<String> environment) {

    public static Asked of(Question question) {
        return new Asked(
                Optional.of(question.repository()),
                Optional.of(question.artifact()),
                Optional.of(question.system()),
                Optional.of(Question.word(question.environment())));
    }
}
