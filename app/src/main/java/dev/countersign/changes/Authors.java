package dev.countersign.changes;

import dev.countersign.changes.Authorship.Part;
import dev.countersign.identity.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Who wrote a change: everybody with an author's duty, and everybody behind one of its commits, whatever duty they took
 * before that was known.
 */
@Component
public class Authors {

    private static final String ALL = """
            SELECT person_id, 'AUTHOR' AS part, '' AS detail, change_id FROM changes.duty
            WHERE change_id = ANY(:changes) AND duty = 'AUTHOR'
            UNION
            SELECT person_id, part, sha, change_id FROM changes.committed WHERE change_id = ANY(:changes)
            """;

    private static final String IN_WORDS = """
            SELECT author AS person_id, CASE number WHEN 1 THEN 'SUBMITTER' ELSE 'EDITOR' END AS part, number::text AS detail,
                   change_id
            FROM changes.revision WHERE change_id = ANY(:changes)
            UNION
            SELECT jsonb_array_elements_text(document -> 'coAuthors'), 'CO_AUTHOR', '', change_id
            FROM changes.revision WHERE change_id = ANY(:changes)
            UNION
            SELECT document ->> 'operator', 'OPERATOR', '', change_id
            FROM changes.revision WHERE change_id = ANY(:changes) AND document ->> 'operator' IS NOT NULL
            UNION
            SELECT to_person, 'OWNER', '', change_id FROM changes.transfer WHERE change_id = ANY(:changes)
            UNION
            SELECT from_person, 'FORMER_OWNER', '', change_id FROM changes.transfer WHERE change_id = ANY(:changes)
            UNION
            """ + ALL;

    private static final Comparator<Authorship> PLAINEST = Comparator.comparing(Authorship::part)
            .thenComparing(Authorship::detail)
            .thenComparing(Authorship::person);

    private final JdbcClient sql;

    Authors(JdbcClient sql) {
        this.sql = sql;
    }

    /** Each of them by their duty and by each of their commits. */
    public List<Authorship> of(ChangeId change) {
        return asked(ALL, List.of(change)).query(Authors::authorship).list();
    }

    public boolean include(ChangeId change, PersonId person) {
        return of(change).stream().anyMatch(author -> author.person().equals(person));
    }

    /** What each of them did, the plainest first. */
    public List<Authorship> inWords(ChangeId change) {
        return inWords(List.of(change)).getOrDefault(change, List.of());
    }

    /** The same for many changes at once; one without authors is left out. */
    public Map<ChangeId, List<Authorship>> inWords(Collection<ChangeId> changes) {
        return asked(IN_WORDS, changes)
                .query((row, number) -> Map.entry(new ChangeId(row.getString("change_id")), authorship(row, number)))
                .list()
                .stream()
                .sorted(Map.Entry.comparingByValue(PLAINEST))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private StatementSpec asked(String query, Collection<ChangeId> changes) {
        return sql.sql(query)
                .param("changes", changes.stream().map(ChangeId::value).toArray(String[]::new));
    }

    /** What makes somebody one of them; empty if nothing does. */
    public Optional<Authorship> of(ChangeId change, PersonId person) {
        return include(change, person)
                ? inWords(change).stream()
                        .filter(author -> author.person().equals(person))
                        .findFirst()
                : Optional.empty();
    }

    /** The same of several people and many changes at once: what makes whom an author of which of them. */
    public Map<ChangeId, Map<PersonId, Authorship>> of(Collection<ChangeId> changes, Collection<PersonId> people) {
        Map<ChangeId, Set<PersonId>> wrote = asked(ALL, changes)
                .query((row, number) -> Map.entry(
                        new ChangeId(row.getString("change_id")),
                        authorship(row, number).person()))
                .list()
                .stream()
                .filter(one -> people.contains(one.getValue()))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
        return inWords(wrote.keySet()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        one -> one.getValue().stream()
                                .filter(author -> wrote.getOrDefault(one.getKey(), Set.of())
                                        .contains(author.person()))
                                .collect(Collectors.toMap(
                                        Authorship::person, Function.identity(), (plainest, other) -> plainest))));
    }

    private static Authorship authorship(ResultSet row, int ignored) throws SQLException {
        return new Authorship(
                PersonId.recorded(row.getString("person_id")),
                Part.valueOf(row.getString("part")),
                row.getString("detail"));
    }
}
