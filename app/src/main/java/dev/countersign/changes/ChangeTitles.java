package dev.countersign.changes;

import dev.countersign.journal.Titles;
import java.util.Collection;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What changes are called in the history; the title of a draft is its author's alone. */
@Component
class ChangeTitles implements Titles {

    private final Titles titles;

    ChangeTitles(JdbcClient sql) {
        titles = Titles.asked(
                sql, "change", "SELECT id, title FROM changes.change WHERE id = ANY(:ids) AND status <> 'DRAFT'");
    }

    @Override
    public Map<String, String> of(Collection<String> streams) {
        return titles.of(streams);
    }
}
