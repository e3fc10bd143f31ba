package dev.countersign.gate;

import dev.countersign.journal.Titles;
import java.util.Collection;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What cases are called in the history. */
@Component
class BypassTitles implements Titles {

    private final Titles titles;

    BypassTitles(JdbcClient sql) {
        titles = Titles.asked(sql, "bypass", """
                SELECT b.id, 'Around the gate: ' || coalesce(s.name, nullif(b.system, ''), b.repository) AS title
                FROM gate.bypass b LEFT JOIN registry.system s ON s.key = b.system WHERE b.id = ANY(:ids)
                """);
    }

    @Override
    public Map<String, String> of(Collection<String> streams) {
        return titles.of(streams);
    }
}
