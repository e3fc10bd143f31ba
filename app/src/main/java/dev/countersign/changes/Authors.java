package dev.countersign.changes;

import dev.countersign.changes.Authorship.Part;
import dev.countersign.identity.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who wrote a change: everybody with an author's duty, and everybody behind one of its commits, whatever duty they took
 * before that was known.
 */
@Component
public class Authors {

    private static final String ALL = """
            SELECT person_id, 'AUTHOR' AS part, '' AS detail FROM changes.duty WHERE change_id = :change AND duty = 'AUTHOR'
            UNION
            SELECT person_id, part, sha FROM changes.committed WHERE change_id = :change
            """;

    private static final String IN_WORDS = """
            SELECT author AS person_id, CASE number WHEN 1 THEN 'SUBMITTER' ELSE 'EDITOR' END AS part, number::text AS detail
            FROM changes.revision WHERE change_id = :change
            UNION
            SELECT jsonb_array_elements_text(document -> 'coAuthors'), 'CO_AUTHOR', ''
            FROM changes.revision WHERE change_id = :change
            UNION
            SELECT document ->> 'operator', 'OPERATOR', ''
            FROM changes.revision WHERE change_id = :change AND document ->> 'operator' IS NOT NULL
            UNION
            SELECT to_person, 'OWNER', '' FROM changes.transfer WHERE change_id = :change
            UNION
            SELECT from_person, 'FORMER_OWNER', '' FROM changes.transfer WHERE change_id = :change
            UNION
            """ + ALL;

    private final JdbcClient sql;

    Authors(JdbcClient sql) {
        this.sql = sql;
    }

    /** Each of them by their duty and by each of their commits. */
    public List<Authorship> of(ChangeId change) {
        return sql.sql(ALL)
                .param("change", change.value())
                .query(Authors::authorship)
                .list();
    }

    public boolean include(ChangeId change, PersonId person) {
        return of(change).stream().anyMatch(author -> author.person().equals(person));
    }

    /** What each of them did, the plainest first. */
    public List<Authorship> inWords(ChangeId change) {
        return sql.sql(IN_WORDS).param("change", change.value()).query(Authors::authorship).list().stream()
                .sorted(Comparator.comparing(Authorship::part)
                        .thenComparing(Authorship::detail)
                        .thenComparing(Authorship::person))
                .toList();
    }

    /** What makes somebody one of them; empty if nothing does. */
    public Optional<Authorship> of(ChangeId change, PersonId person) {
        return include(change, person)
                ? inWords(change).stream()
                        .filter(author -> author.person().equals(person))
                        .findFirst()
                : Optional.empty();
    }

    private static Authorship authorship(ResultSet row, int ignored) throws SQLException {
        return new Authorship(
                PersonId.recorded(row.getString("person_id")),
                Part.valueOf(row.getString("part")),
                row.getString("detail"));
    }
}
