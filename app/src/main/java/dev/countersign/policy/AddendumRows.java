package dev.countersign.policy;

import dev.countersign.identity.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads addenda as the votes say they stand. */
@Repository
class AddendumRows {

    private static final String SELECT = """
            SELECT s.*, x.number, x.ends_at AS asked_end, v.words AS asked_why, v.person AS asked_by, v.at AS asked_at,
                   y.person AS seconded_by, y.words AS seconded_words, y.at AS seconded_at,
                   c.choice, c.draft AS chosen_draft, c.person AS chosen_by, c.words AS chosen_words, c.at AS chosen_at,
                   ARRAY(SELECT r.days_before FROM policy.reminder r WHERE r.addendum = s.id AND r.ends_at = s.ends_at) AS reminded
            FROM policy.standing s
            LEFT JOIN policy.amendment x ON x.addendum = s.id AND x.settled_at IS NULL
            LEFT JOIN policy.vote v ON v.matter = x.id AND v.vote = 'PROPOSED'
            LEFT JOIN policy.vote y ON y.matter = x.id AND y.vote = 'APPROVED'
            LEFT JOIN policy.choice c ON c.addendum = s.id AND c.ends_at = s.ends_at
            """;

    private final JdbcClient sql;

    AddendumRows(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Addendum> find(AddendumId id) {
        return sql.sql(SELECT + "WHERE s.id = :id")
                .param("id", id.value())
                .query(AddendumRows::addendum)
                .optional();
    }

    /** Nobody else moves it, or takes a task of it in, until the transaction ends. */
    Addendum lock(AddendumId id) {
        sql.sql("SELECT id FROM policy.addendum WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query((row, number) -> row.getString(1))
                .optional();
        return find(id).orElseThrow(() -> AddendumId.unknown(id.value()));
    }

    List<Addendum> inForce(Instant now) {
        return sql.sql(SELECT + "WHERE s.starts_at <= :now AND :now < s.ends_at ORDER BY s.id")
                .param("now", utc(now))
                .query(AddendumRows::addendum)
                .list();
    }

    /** Those that time has still something to do with; few, however many there ever were. */
    List<Addendum> agreedAndOpen() {
        return sql.sql(SELECT + "WHERE s.closed_at IS NULL AND s.ends_at IS NOT NULL ORDER BY s.id")
                .query(AddendumRows::addendum)
                .list();
    }

    /** Not decided, or not over. */
    List<Addendum> unsettled(Instant now) {
        return sql.sql(SELECT + "WHERE s.decision IS NULL OR :now < s.ends_at ORDER BY s.id DESC")
                .param("now", utc(now))
                .query(AddendumRows::addendum)
                .list();
    }

    List<Addendum> page(Optional<AddendumId> before, int most) {
        return sql.sql(SELECT + "WHERE :before = '' OR s.id < :before ORDER BY s.id DESC LIMIT :most")
                .param("before", before.map(AddendumId::value).orElse(""))
                .param("most", most)
                .query(AddendumRows::addendum)
                .list();
    }

    AddendumId nextId() {
        return AddendumId.of(sql.sql("SELECT nextval('policy.addendum_number')")
                .query((row, number) -> row.getLong(1))
                .single());
    }

    int nextAmendment(AddendumId id) {
        return sql.sql("SELECT coalesce(max(number), 0) + 1 FROM policy.amendment WHERE addendum = :id")
                .param("id", id.value())
                .query((row, number) -> row.getInt(1))
                .single();
    }

    /** By which correlation the process of the addendum waits for an amendment, if it does. */
    Optional<String> waitId(AddendumId id) {
        return sql.sql("SELECT wait_id FROM policy.addendum WHERE id = :id AND wait_id IS NOT NULL")
                .param("id", id.value())
                .query((row, number) -> row.getString(1))
                .optional();
    }

    private static Addendum addendum(ResultSet row, int ignored) throws SQLException {
        return new Addendum(
                new AddendumId(row.getString("id")),
                new Proposal(
                        row.getString("title"),
                        row.getString("reason"),
                        row.getInt("days"),
                        scope(row.getString("scope"), row.getInt("tier"), texts(row, "members")),
                        instant(row, "starts_on")),
                PersonId.recorded(row.getString("proposed_by")),
                instant(row, "proposed_at").orElseThrow(),
                decision(row),
                new Addendum.End(
                        instant(row, "ends_at"),
                        row.getBoolean("ended_early"),
                        instant(row, "closed_at"),
                        row.getInt("extensions"),
                        Set.of((Integer[]) row.getArray("reminded").getArray()),
                        choice(row)),
                amendment(row));
    }

    static Scope scope(String kind, int tier, List<String> members) {
        return switch (kind) {
            case "TIER" -> new Scope.Tier(tier);
            case "DEPARTMENTS" -> new Scope.Departments(members);
            case "SYSTEMS" -> new Scope.Systems(members);
            default ->
                throw new IllegalStateException(
                        "Expected to read the scope of an addendum, but got '%s'.".formatted(kind));
        };
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static Optional<Decision> decision(ResultSet row) throws SQLException {
        return said(row, "decided", "remark", "APPROVED".equals(row.getString("decision")));
    }

    private static Optional<Decision> said(ResultSet row, String who, String words, boolean approved)
            throws SQLException {
        @Nullable String by = row.getString(who + "_by");
        return by == null
                ? Optional.empty()
                : Optional.of(new Decision(
                        PersonId.recorded(by),
                        approved,
                        row.getString(words),
                        instant(row, who + "_at").orElseThrow()));
    }

    private static Optional<Amendment> amendment(ResultSet row) throws SQLException {
        int number = row.getInt("number");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new Amendment(
                        number,
                        instant(row, "asked_end"),
                        row.getString("asked_why"),
                        PersonId.recorded(row.getString("asked_by")),
                        instant(row, "asked_at").orElseThrow(),
                        said(row, "seconded", "seconded_words", true)));
    }

    private static Optional<Choice> choice(ResultSet row) throws SQLException {
        @Nullable String kind = row.getString("choice");
        return kind == null
                ? Optional.empty()
                : Optional.of(new Choice(
                        Choice.Kind.valueOf(kind),
                        PersonId.recorded(row.getString("chosen_by")),
                        row.getString("chosen_words"),
                        Optional.ofNullable(row.getString("chosen_draft")).map(PolicyDraftId::new),
                        instant(row, "chosen_at").orElseThrow()));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
