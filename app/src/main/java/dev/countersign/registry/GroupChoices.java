package dev.countersign.registry;

import dev.countersign.identity.PersonId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which department each group of a catalogue was said to be, so that nobody has to say it at every import. */
@Repository
public class GroupChoices {

    private static final int LONGEST = 400;

    private final JdbcClient sql;
    private final Clock clock;

    GroupChoices(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The departments of those groups of which it was said; the others are missing. */
    public Map<String, String> of(Collection<String> groups) {
        return sql
                .sql("SELECT source, department FROM registry.group_choice WHERE source = ANY(:groups)")
                .param("groups", groups.toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getString("source"), row.getString("department")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The latest word counts; a department that nobody has is no word. */
    @Transactional(propagation = Propagation.MANDATORY)
    void remember(Map<String, String> groups, PersonId by) {
        groups.forEach((group, department) -> {
            if (group.length() <= LONGEST) {
                remember(group, department, by);
            }
        });
    }

    private void remember(String group, String department, PersonId by) {
        sql.sql("""
                INSERT INTO registry.group_choice (source, department, chosen_by, at)
                SELECT :group, key, :by, :now FROM registry.department WHERE key = :department
                ON CONFLICT (source) DO UPDATE SET department = excluded.department, chosen_by = excluded.chosen_by, at = excluded.at
                """)
                .param("group", group)
                .param("department", department)
                .param("by", by.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
