package dev.countersign.registry;

import dev.countersign.registry.TierStanding.InForce;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads why a system has its tier. */
@Repository
public class TierStandings {

    private final JdbcClient sql;
    private final Clock clock;

    TierStandings(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    public TierStanding of(String system) {
        Instant now = clock.instant();
        return sql.sql("""
                SELECT e.tier AS counts, s.declared_tier, v.*, o.proposal, o.tier AS overriding, o.reason, o.starts_at, o.ends_at
                FROM %s WHERE s.key = :key""".formatted(EffectiveTier.OF_SYSTEMS))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("key", system)
                .query((row, number) -> new TierStanding(
                        row.getInt("counts"), row.getInt("declared_tier"), verdict(row), override(row), now))
                .optional()
                .orElseThrow(() -> Systems.unknown(system));
    }

    private static Optional<TierVerdict> verdict(ResultSet row) throws SQLException {
        @Nullable String system = row.getString("system");
        return system == null
                ? Optional.empty()
                : Optional.of(new TierVerdict(
                        system,
                        row.getString("rule"),
                        row.getString("clause"),
                        new TierFacts(
                                row.getBoolean("consumer_facing"), row.getInt("incidents"), row.getBoolean("vp_owned")),
                        ProposalRows.instant(row, "holds_until")));
    }

    private static Optional<InForce> override(ResultSet row) throws SQLException {
        @Nullable String proposal = row.getString("proposal");
        return proposal == null
                ? Optional.empty()
                : Optional.of(new InForce(
                        new ProposalId(proposal),
                        row.getInt("overriding"),
                        row.getString("reason"),
                        ProposalRows.instant(row, "starts_at").orElseThrow(),
                        ProposalRows.instant(row, "ends_at").orElseThrow()));
    }
}
