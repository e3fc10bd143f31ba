package dev.countersign.policy;

import dev.countersign.identity.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads drafts of the policy as the rows of their texts, editions and votes say they stand. */
@Repository
class PolicyDraftRows {

    private static final String SELECT = """
            SELECT d.id, d.title, d.origin, d.shipped, d.begun_at,
                   (SELECT coalesce(max(number), 0) FROM policy.draft_text WHERE draft = d.id) AS text,
                   ARRAY(SELECT person FROM policy.draft_part WHERE draft = d.id AND part = 'EDITOR') AS editors,
                   ARRAY(SELECT person FROM policy.draft_part WHERE draft = d.id AND part = 'LEADER') AS leaders,
                   EXISTS (SELECT FROM policy.draft_discard WHERE draft = d.id) AS discarded
            FROM policy.draft d
            """;

    private final JdbcClient sql;

    PolicyDraftRows(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<PolicyDraft> find(PolicyDraftId id) {
        return sql.sql(SELECT + "WHERE d.id = :id")
                .param("id", id.value())
                .query(this::draft)
                .optional();
    }

    /** Whoever else decides or edits it waits until the transaction ends. */
    PolicyDraft lock(PolicyDraftId id) {
        sql.sql("SELECT pg_advisory_xact_lock(hashtextextended('policy.draft/' || :id, 0))")
                .param("id", id.value())
                .query((row, number) -> id)
                .single();
        return find(id).orElseThrow(() -> PolicyDraftId.unknown(id.value()));
    }

    /** What was thrown away is not listed any more. */
    List<PolicyDraft> page(Optional<PolicyDraftId> before, int most) {
        return sql.sql(SELECT + """
                WHERE (:before = '' OR d.id < :before)
                  AND NOT EXISTS (SELECT FROM policy.draft_discard WHERE draft = d.id)
                ORDER BY d.id DESC LIMIT :most
                """)
                .param("before", before.map(PolicyDraftId::value).orElse(""))
                .param("most", most)
                .query(this::draft)
                .list();
    }

    /** With an edition that nobody declined and fewer than two approved; a later round begins only after a no. */
    List<PolicyDraft> proposed() {
        return sql.sql(SELECT + """
                WHERE EXISTS (
                    SELECT FROM policy.edition e LEFT JOIN policy.edition_vote v ON v.draft = e.draft AND v.round = e.round
                    WHERE e.draft = d.id GROUP BY e.round
                    HAVING count(*) FILTER (WHERE v.vote = 'DECLINED') = 0 AND count(v.seat) < 2)
                ORDER BY d.id DESC
                """).query(this::draft).list();
    }

    PolicyDraftId nextId() {
        return PolicyDraftId.of(sql.sql("SELECT nextval('policy.draft_number')")
                .query((row, number) -> row.getLong(1))
                .single());
    }

    /** The text of that number; 0 is the table that the draft began from. */
    String text(PolicyDraft draft, int number) {
        return sql.sql("""
                SELECT decision_table FROM policy.draft_text WHERE draft = :draft AND number = :number
                UNION ALL SELECT decision_table FROM policy.base WHERE id = :origin AND :number = 0
                """)
                .param("draft", draft.id().value())
                .param("number", number)
                .param("origin", draft.origin())
                .query((row, ignored) -> row.getString(1))
                .single();
    }

    private PolicyDraft draft(ResultSet row, int ignored) throws SQLException {
        PolicyDraftId id = new PolicyDraftId(row.getString("id"));
        return new PolicyDraft(
                id,
                row.getString("title"),
                row.getString("origin"),
                row.getBoolean("shipped"),
                instant(row, "begun_at"),
                row.getInt("text"),
                people(row, "editors"),
                people(row, "leaders"),
                edition(id),
                row.getBoolean("discarded"));
    }

    private Optional<Edition> edition(PolicyDraftId id) {
        return sql.sql("""
                SELECT round, base, starts_at, reason, proposed_by, proposed_at FROM policy.edition
                WHERE draft = :draft ORDER BY round DESC LIMIT 1
                """)
                .param("draft", id.value())
                .query((row, number) -> new Edition(
                        row.getInt("round"),
                        row.getString("base"),
                        instant(row, "starts_at"),
                        row.getString("reason"),
                        PersonId.recorded(row.getString("proposed_by")),
                        instant(row, "proposed_at"),
                        votes(id, row.getInt("round")),
                        withdrawals(id, row.getInt("round"))))
                .optional();
    }

    private List<EditionVote> votes(PolicyDraftId id, int round) {
        return sql.sql("""
                SELECT seat, person, vote, words, at FROM policy.edition_vote
                WHERE draft = :draft AND round = :round ORDER BY seat
                """)
                .param("draft", id.value())
                .param("round", round)
                .query((row, number) -> new EditionVote(
                        row.getInt("seat"),
                        PersonId.recorded(row.getString("person")),
                        row.getString("vote").equals("APPROVED"),
                        row.getString("words"),
                        instant(row, "at")))
                .list();
    }

    private List<EditionWithdrawal> withdrawals(PolicyDraftId id, int round) {
        return sql.sql("""
                SELECT seat, person, reason, at FROM policy.edition_withdrawal
                WHERE draft = :draft AND round = :round ORDER BY seat
                """)
                .param("draft", id.value())
                .param("round", round)
                .query((row, number) -> new EditionWithdrawal(
                        row.getInt("seat"),
                        PersonId.recorded(row.getString("person")),
                        row.getString("reason"),
                        instant(row, "at")))
                .list();
    }

    private static Set<PersonId> people(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(PersonId::recorded)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
