package dev.countersign.changes;

import dev.countersign.identity.PersonId;
import dev.countersign.policy.Requirements;
import dev.countersign.refusals.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Changes as rows: read with their current revision, written only at the version that was read. */
@Component
class ChangeRows {

    static final String SELECT = """
            SELECT c.*, r.number AS r_number, r.document AS r_document, r.hash AS r_hash, r.author AS r_author, r.at AS r_at,
                   coalesce(m.since, r.number) AS r_since, m.edited_in AS r_edited_in
            FROM changes.change c
            LEFT JOIN changes.revision r ON r.change_id = c.id AND r.number = c.revision
            LEFT JOIN changes.material m ON m.change_id = c.id AND m.revision = c.revision
            """;

    private final JdbcClient sql;
    private final Documents documents;
    private final JsonMapper json;
    private final Validity validity;

    ChangeRows(JdbcClient sql, Documents documents, JsonMapper json, Validity validity) {
        this.sql = sql;
        this.documents = documents;
        this.validity = validity;
        this.json = json;
    }

    Optional<Change> find(ChangeId id) {
        return find(id, "");
    }

    List<Change> all(Collection<ChangeId> ids) {
        return sql.sql(SELECT + "WHERE c.id = ANY(:ids)")
                .param("ids", ids.stream().map(ChangeId::value).toArray(String[]::new))
                .query(this::change)
                .list();
    }

    /** Holds the row until the transaction ends, so that decisions about one change queue up. */
    Optional<Change> lock(ChangeId id) {
        return find(id, "FOR UPDATE OF c");
    }

    /** Lets nobody write the row until the transaction ends. */
    Optional<Change> share(ChangeId id) {
        return find(id, "FOR SHARE OF c");
    }

    private Optional<Change> find(ChangeId id, String lock) {
        return sql.sql(SELECT + "WHERE c.id = :id " + lock)
                .param("id", id.value())
                .query(this::change)
                .optional();
    }

    /** Adds a draft, but once per form: whoever is second gets the first one's. */
    ChangeId insert(Change draft, UUID form, String answers) {
        sql.sql("""
                INSERT INTO changes.change (id, status, version, author, title, draft, form, created_at, status_since, executed_at)
                VALUES (:id, 'DRAFT', 1, :author, :title, :answers::jsonb, :form, :now, :now, :executed)
                ON CONFLICT (author, form) DO NOTHING
                """)
                .param("id", draft.id().value())
                .param("form", form)
                .param("author", draft.author().value())
                .param("title", draft.title())
                .param("answers", answers)
                .param("now", at(draft.createdAt()))
                .param("executed", at(draft.executedAt()))
                .update();
        return new ChangeId(sql.sql("SELECT id FROM changes.change WHERE author = :author AND form = :form")
                .param("author", draft.author().value())
                .param("form", form)
                .query(String.class)
                .single());
    }

    void update(Change change) {
        int updated = sql.sql("""
                UPDATE changes.change SET status = :status, version = version + 1, author = :author, title = :title, department = :department,
                  systems = :systems, revision = :revision, policy_version = :policy, requirements = :requirements::jsonb,
                  submitted_at = :submitted, status_since = :since, sign_off_due = :due, executed_at = :executed, bake_ends_at = :bake,
                  moves_by = :moves, opens_at = coalesce(CAST(:opens AS timestamptz), '-infinity')
                WHERE id = :id AND version = :version
                """)
                .param("status", change.status().name())
                .param("author", change.author().value())
                .param("title", change.title())
                .param("department", change.department())
                .param("systems", change.systems().toArray(String[]::new))
                .param("revision", change.current().map(Revision::number).orElse(0))
                .param("policy", change.policyVersion().orElse(null))
                .param(
                        "requirements",
                        change.requirements().map(json::writeValueAsString).orElse(null))
                .param("submitted", at(change.submittedAt()))
                .param("since", at(change.statusSince()))
                .param("due", at(change.signOffDue()))
                .param("executed", at(change.executedAt()))
                .param("bake", at(change.bakeEndsAt()))
                .param("moves", at(validity.due(change)))
                .param("opens", at(change.current().map(Revision::document).map(ChangeDocument::windowStart)))
                .param("id", change.id().value())
                .param("version", change.version())
                .update();
        if (updated == 0) {
            throw stale(change.id());
        }
    }

    static Refusal stale(ChangeId id) {
        return Refusal.conflict("changes.stale")
                .cannot("change %s", id)
                .because("somebody else changed it after you opened it")
                .instead("Reload it, look at what is new, and do it again.");
    }

    Change change(ResultSet row, int ignored) throws SQLException {
        ChangeId id = new ChangeId(row.getString("id"));
        return new Change(
                id,
                row.getLong("version"),
                PersonId.recorded(row.getString("author")),
                new Change.Text(
                        row.getString("title"),
                        row.getString("department"),
                        List.of((String[]) row.getArray("systems").getArray()),
                        revision(id, row)),
                new Change.State(
                        Status.valueOf(row.getString("status")),
                        instant(row, "status_since").orElseThrow(),
                        instant(row, "sign_off_due")),
                new Change.Terms(Optional.ofNullable(row.getString("policy_version")), requirements(row)),
                new Change.Course(
                        instant(row, "created_at").orElseThrow(),
                        instant(row, "submitted_at"),
                        instant(row, "executed_at"),
                        instant(row, "bake_ends_at")));
    }

    private Optional<Requirements> requirements(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("requirements")).map(text -> json.readValue(text, Requirements.class));
    }

    private Optional<Revision> revision(ChangeId id, ResultSet row) throws SQLException {
        return row.getInt("r_number") == 0 ? Optional.empty() : Optional.of(documents.revision(id, row, "r_"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime at(Optional<Instant> instant) {
        return instant.map(ChangeRows::at).orElse(null);
    }
}
