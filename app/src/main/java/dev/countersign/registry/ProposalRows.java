package dev.countersign.registry;

import dev.countersign.identity.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads proposals as the votes say they stand. */
@Repository
class ProposalRows {

    private static final String SELECT = """
            SELECT p.id, p.kind, p.title, p.systems, p.proposed_by, v.at AS proposed_at, v.words AS reason,
                   d.person AS decided_by, d.vote AS decision, d.words AS remark, d.at AS decided_at, w.at AS withdrawn_at
            FROM registry.proposal p
            JOIN registry.vote v ON v.matter = p.id AND v.vote = 'PROPOSED'
            LEFT JOIN registry.vote d ON d.matter = p.id AND d.vote <> 'PROPOSED'
            LEFT JOIN registry.withdrawal w ON w.proposal = p.id
            """;
    private static final String OPEN = "d.vote IS NULL AND w.at IS NULL ";

    private final JdbcClient sql;
    private final JsonMapper json;

    ProposalRows(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Optional<Proposal> find(ProposalId id) {
        return sql.sql(SELECT + "WHERE p.id = :id")
                .param("id", id.value())
                .query(ProposalRows::proposal)
                .optional();
    }

    /** Nobody else decides or withdraws anything until the transaction ends. */
    void lock() {
        sql.sql("SELECT pg_advisory_xact_lock(hashtextextended('registry', 0))")
                .query((row, number) -> true)
                .single();
    }

    /** The newest first, those before the given one. */
    List<Proposal> page(boolean onlyOpen, Optional<ProposalId> before, int most) {
        return sql.sql(SELECT + "WHERE (:before = '' OR p.id < :before) "
                        + (onlyOpen ? "AND " + OPEN : "")
                        + "ORDER BY p.id DESC LIMIT :most")
                .param("before", before.map(ProposalId::value).orElse(""))
                .param("most", most)
                .query(ProposalRows::proposal)
                .list();
    }

    List<Proposal> openAbout(String system, int most) {
        return sql.sql(SELECT + "WHERE p.systems @> ARRAY[:system]::text[] AND " + OPEN + "ORDER BY p.id LIMIT :most")
                .param("system", system)
                .param("most", most)
                .query(ProposalRows::proposal)
                .list();
    }

    /** Of these kinds and by others, the oldest first. */
    List<Proposal> openFor(PersonId person, List<ProposalKind> kinds, int most) {
        return sql.sql(SELECT + "WHERE p.kind = ANY(:kinds) AND p.proposed_by <> :person AND " + OPEN
                        + "ORDER BY p.id LIMIT :most")
                .param("kinds", kinds.stream().map(ProposalKind::name).toArray(String[]::new))
                .param("person", person.value())
                .param("most", most)
                .query(ProposalRows::proposal)
                .list();
    }

    Edit edit(ProposalId id) {
        return sql.sql("SELECT edit FROM registry.proposal WHERE id = :id")
                .param("id", id.value())
                .query((row, number) -> json.readValue(row.getString(1), Edit.class))
                .single();
    }

    ProposalId nextId() {
        return ProposalId.of(sql.sql("SELECT nextval('registry.proposal_number')")
                .query((row, number) -> row.getLong(1))
                .single());
    }

    private static Proposal proposal(ResultSet row, int ignored) throws SQLException {
        return new Proposal(
                new ProposalId(row.getString("id")),
                ProposalKind.valueOf(row.getString("kind")),
                row.getString("title"),
                Facts.texts(row.getArray("systems")),
                row.getString("reason"),
                PersonId.recorded(row.getString("proposed_by")),
                instant(row, "proposed_at").orElseThrow(),
                decision(row),
                instant(row, "withdrawn_at"));
    }

    private static Optional<Decision> decision(ResultSet row) throws SQLException {
        @Nullable String by = row.getString("decided_by");
        return by == null
                ? Optional.empty()
                : Optional.of(new Decision(
                        PersonId.recorded(by),
                        row.getString("decision").equals("APPROVED"),
                        row.getString("remark"),
                        instant(row, "decided_at").orElseThrow()));
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
