package dev.countersign.gate;

import dev.countersign.changes.ChangeDocument.Environment;
import dev.countersign.changes.ChangeId;
import dev.countersign.gate.Report.Source;
import dev.countersign.identity.PersonId;
import dev.countersign.spelling.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Every deployment that was ever reported. */
@Component
class DeploymentRows {

    /** A pipeline that lost the answer asks again by then; later, the same words tell of another deployment. */
    private static final Duration REPEATED_WITHIN = Duration.ofMinutes(15);

    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};

    private static final String SELECT = """
            SELECT id, source, stated_change, repository, artifact, system, environment, note, reported_at, reported_by,
                   deployed_at, change_id, deviations, bypass
            FROM gate.deployment
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    DeploymentRows(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Lets others who report the same wait until this transaction ends. */
    void queueUp(String content) {
        sql.sql("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:content, 0))")
                .param("content", content)
                .query(Integer.class)
                .single();
    }

    /** The same report, if it came before: with the same number, of the same moment, or just now. */
    Optional<Deployment> repeated(Report report, String content, Instant now) {
        return sql.sql(SELECT + """
                WHERE content = :content AND (:anytime OR reported_at > :since)
                  AND (:number = '' OR delivery = :delivery) ORDER BY id DESC LIMIT 1
                """)
                .param("content", Sha256.of(content))
                .param("anytime", report.number().isPresent() || report.at().isPresent())
                .param("since", now.minus(REPEATED_WITHIN).atOffset(ZoneOffset.UTC))
                .param("number", report.number().orElse(""))
                .param("delivery", delivery(report, content, now))
                .query(this::deployment)
                .optional();
    }

    /** The newest first. */
    List<Deployment> of(ChangeId change, int most) {
        return sql.sql(SELECT + "WHERE change_id = :change ORDER BY id DESC LIMIT :most")
                .param("change", change.value())
                .param("most", most)
                .query(this::deployment)
                .list();
    }

    /** In the order in which they were told. */
    List<Deployment> of(BypassId bypass, int most) {
        return sql.sql(SELECT + "WHERE bypass = :bypass ORDER BY id LIMIT :most")
                .param("bypass", bypass.value())
                .param("most", most)
                .query(this::deployment)
                .list();
    }

    /** Everything but its number, which the row gets by itself. */
    long add(Deployment told, String content, Optional<Long> allowedBy) {
        Report report = told.report();
        return sql.sql("""
                INSERT INTO gate.deployment (delivery, content, source, reported_at, reported_by, deployed_at, repository, artifact,
                  system, environment, stated_change, note, change_id, allowed_by, deviations, bypass)
                VALUES (:delivery, :content, :source, :now, :by, :at, :repository, :artifact, :system, :environment, :stated, :note,
                  :change, :allow, :deviations::jsonb, :bypass)
                RETURNING id
                """)
                .param("delivery", delivery(report, content, told.reportedAt()))
                .param("content", Sha256.of(content))
                .param("source", report.source().name())
                .param("now", told.reportedAt().atOffset(ZoneOffset.UTC))
                .param("by", told.reportedBy().value())
                .param("at", told.deployedAt().atOffset(ZoneOffset.UTC))
                .param("repository", report.repository())
                .param("artifact", report.artifact())
                .param("system", report.system())
                .param("environment", Question.word(report.environment()))
                .param("stated", report.change())
                .param("note", report.note())
                .param("change", told.change().map(ChangeId::value).orElse(null))
                .param("allow", allowedBy.orElse(null))
                .param("deviations", json.writeValueAsString(told.deviations()))
                .param("bypass", told.bypass().map(BypassId::value).orElse(null))
                .query(Long.class)
                .single();
    }

    private static String delivery(Report report, String content, Instant now) {
        return Sha256.hex(content) + "/" + report.number().map(Sha256::hex).orElseGet(now::toString);
    }

    private Deployment deployment(ResultSet row, int ignored) throws SQLException {
        return new Deployment(
                row.getLong("id"),
                new Report(
                        Source.valueOf(row.getString("source")),
                        Optional.empty(),
                        row.getString("stated_change"),
                        row.getString("repository"),
                        row.getString("artifact"),
                        row.getString("system"),
                        Environment.valueOf(row.getString("environment").toUpperCase(Locale.ROOT)),
                        Optional.of(instant(row, "deployed_at")),
                        row.getString("note")),
                instant(row, "reported_at"),
                PersonId.recorded(row.getString("reported_by")),
                instant(row, "deployed_at"),
                Optional.ofNullable(row.getString("change_id")).map(ChangeId::new),
                json.readValue(row.getString("deviations"), REASONS),
                Optional.ofNullable(row.getString("bypass")).map(BypassId::new));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
