package dev.countersign.registry;

import dev.countersign.journal.Titles;
import java.util.Collection;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What systems are called in the history. */
@Component
class SystemTitles implements Titles {

    private final Titles titles;

    SystemTitles(JdbcClient sql) {
        titles = Titles.asked(
                sql, "system", "SELECT key AS id, name AS title FROM registry.system WHERE key = ANY(:ids)");
    }

    @Override
    public Map<String, String> of(Collection<String> streams) {
        return titles.of(streams);
    }
}
