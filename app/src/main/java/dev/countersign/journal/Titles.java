package dev.countersign.journal;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says what the subjects of the record are called; each module does for its own. */
@FunctionalInterface
public interface Titles {

    /** By stream, of those that it knows and that everybody may see who may read the record. */
    Map<String, String> of(Collection<String> streams);

    /**
     * Those of one kind of stream.
     *
     * @param kind what stands before the slash of a stream, such as `change`
     * @param query gives `id` and `title` of those of `:ids` that everybody may see
     */
    static Titles asked(JdbcClient sql, String kind, String query) {
        String before = kind + "/";
        return streams -> sql
                .sql(query)
                .param(
                        "ids",
                        streams.stream()
                                .filter(stream -> stream.startsWith(before))
                                .map(stream -> stream.substring(before.length()))
                                .toArray(String[]::new))
                .query((row, number) -> Map.entry(before + row.getString("id"), row.getString("title")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
