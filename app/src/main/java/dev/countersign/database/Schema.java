package dev.countersign.database;

import java.util.List;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.ValidateOutput;

/** What the migrations of this release make of the database, seen by an account that may not make it. */
record Schema(Flyway flyway) {

    private static final int NAMED = 3;

    /** Those of a later release may be there already: it is being rolled out, and old and new serve side by side. */
    void expectMigrated() {
        List<ValidateOutput> amiss = amiss();
        if (!amiss.isEmpty()) {
            throw new SchemaRefused("Expected to serve from a database with every migration of this release, but %s."
                    .formatted(named(amiss)));
        }
    }

    private List<ValidateOutput> amiss() {
        try {
            return flyway.validateWithResult().invalidMigrations;
        } catch (FlywayException e) {
            throw new SchemaRefused(
                    "Expected to read which migrations the database has, but it says: %s.".formatted(said(e)), e);
        }
    }

    private static String said(FlywayException failure) {
        return String.valueOf(failure.getMessage()).lines().collect(Collectors.joining(" "));
    }

    private static String named(List<ValidateOutput> amiss) {
        String first = amiss.stream().limit(NAMED).map(Schema::named).collect(Collectors.joining(", "));
        return amiss.size() > NAMED ? "%s and %d more".formatted(first, amiss.size() - NAMED) : first;
    }

    private static String named(ValidateOutput one) {
        String fault = switch (one.errorDetails.errorCode.toString()) {
            case "RESOLVED_VERSIONED_MIGRATION_NOT_APPLIED" -> "was not applied";
            case "FAILED_VERSIONED_MIGRATION" -> "failed";
            case "CHECKSUM_MISMATCH", "DESCRIPTION_MISMATCH", "TYPE_MISMATCH" -> "was applied with another text";
            case String other -> "has the fault " + other;
        };
        return "V%s (%s) %s".formatted(one.version, one.description, fault);
    }
}
