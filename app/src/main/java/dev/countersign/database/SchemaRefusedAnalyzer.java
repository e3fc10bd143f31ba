package dev.countersign.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words, and without a stack trace, why the application did not begin. */
final class SchemaRefusedAnalyzer extends AbstractFailureAnalyzer<SchemaRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable root, SchemaRefused refused) {
        return new FailureAnalysis(
                refused.getMessage(),
                "Run the same release once with the argument 'migrate' and the owner's account"
                        + " (SPRING_FLYWAY_USER, SPRING_FLYWAY_PASSWORD), then start it again without.",
                refused);
    }
}
