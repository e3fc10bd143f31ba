package dev.countersign.changes;

import dev.countersign.journal.Titles;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What changes are called in the history; the title of a draft is its author's alone. */
@Component
class ChangeTitles implements Titles {

    private final JdbcClient sql;

    ChangeTitles(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Map<String, String> of(Collection<String> streams) {
        return sql
                .sql("SELECT id, title FROM changes.change WHERE id = ANY(:ids) AND status <> 'DRAFT'")
                .param(
                        "ids",
                        streams.stream()
                                .filter(stream -> stream.startsWith("change/"))
                                .map(stream -> stream.substring("change/".length()))
                                .toArray(String[]::new))
                .query((row, number) -> Map.entry(new ChangeId(row.getString("id")).stream(), row.getString("title")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
