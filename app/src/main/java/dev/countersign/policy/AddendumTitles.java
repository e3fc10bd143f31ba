package dev.countersign.policy;

import dev.countersign.journal.Titles;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What addenda are called in the history. */
@Component
class AddendumTitles implements Titles {

    private final JdbcClient sql;

    AddendumTitles(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Map<String, String> of(Collection<String> streams) {
        return sql
                .sql("SELECT 'addendum/' || id AS stream, title FROM policy.addendum WHERE id = ANY(:ids)")
                .param(
                        "ids",
                        streams.stream()
                                .filter(stream -> stream.startsWith("addendum/"))
                                .map(stream -> stream.substring("addendum/".length()))
                                .toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getString("stream"), row.getString("title")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
