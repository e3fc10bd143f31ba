package dev.countersign.policy;

import dev.countersign.journal.Titles;
import java.util.Collection;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What addenda are called in the history. */
@Component
class AddendumTitles implements Titles {

    private final Titles titles;

    AddendumTitles(JdbcClient sql) {
        titles = Titles.asked(sql, "addendum", "SELECT id, title FROM policy.addendum WHERE id = ANY(:ids)");
    }

    @Override
    public Map<String, String> of(Collection<String> streams) {
        return titles.of(streams);
    }
}
