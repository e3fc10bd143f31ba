package dev.countersign.changes;

import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds changes; somebody else's drafts stay out of sight. */
@Component
public class ChangeList {

    private final JdbcClient sql;
    private final ChangeRows rows;

    ChangeList(JdbcClient sql, ChangeRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /** The newest first, from the one before the given one on. */
    public List<Change> matching(ChangeFilter filter, Person reader, Optional<ChangeId> before, int most) {
        return sql.sql(ChangeRows.SELECT + """
                WHERE (cardinality(:statuses::text[]) = 0 OR c.status = ANY(:statuses))
                  AND (:author::text IS NULL OR c.author = :author)
                  AND (:system::text IS NULL OR c.systems @> ARRAY[:system::text])
                  AND (:text = '' OR c.title ILIKE '%' || :text || '%' OR c.id ILIKE '%' || :text || '%')
                  AND (c.status <> 'DRAFT' OR c.author = :reader)
                  AND (:before::text IS NULL OR c.id < :before)
                ORDER BY c.id DESC LIMIT :most
                """)
                .param("statuses", names(filter.statuses()))
                .param("author", filter.author().map(PersonId::value).orElse(null))
                .param("system", filter.system().orElse(null))
                .param("text", escaped(filter.text()))
                .param("reader", reader.id().value())
                .param("before", before.map(ChangeId::value).orElse(null))
                .param("most", most)
                .query(rows::change)
                .list();
    }

    /** Those that somebody wrote, alone or with others, and that have not ended. */
    public List<Change> underWayBy(PersonId author, int most) {
        return sql.sql(ChangeRows.SELECT + """
                WHERE c.status NOT IN ('CLOSED', 'REJECTED', 'WITHDRAWN', 'EXPIRED', 'ROLLED_BACK')
                  AND (c.author = :author OR EXISTS (SELECT FROM changes.duty d
                       WHERE d.change_id = c.id AND d.person_id = :author AND d.duty = 'AUTHOR'))
                ORDER BY c.id DESC LIMIT :most
                """)
                .param("author", author.value())
                .param("most", most)
                .query(rows::change)
                .list();
    }

    /** Those of which any revision names this artifact of this repository; approved ones first, then the newest. */
    public List<Change> naming(String repository, String artifact, int most) {
        return sql.sql(ChangeRows.SELECT + """
                WHERE c.id IN (SELECT change_id FROM changes.target WHERE artifact = :artifact AND repository = :repository)
                ORDER BY c.status = 'APPROVED' DESC, c.id DESC LIMIT :most
                """)
                .param("artifact", artifact)
                .param("repository", repository)
                .param("most", most)
                .query(rows::change)
                .list();
    }

    /** How many changes stand where; states without any are left out. */
    public Map<Status, Long> counted() {
        return sql
                .sql("SELECT status, count(*) AS changes FROM changes.change GROUP BY status")
                .query((row, number) -> Map.entry(Status.valueOf(row.getString("status")), row.getLong("changes")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String[] names(Set<Status> statuses) {
        return statuses.stream().map(Status::name).toArray(String[]::new);
    }

    private static String escaped(String text) {
        String found = text.strip();
        return Arrays.stream(found.split("", -1))
                .map(letter -> letter.matches("[%_\\\\]") ? "\\" + letter : letter)
                .collect(Collectors.joining());
    }
}
