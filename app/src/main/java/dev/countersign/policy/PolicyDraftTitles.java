package dev.countersign.policy;

import dev.countersign.journal.Titles;
import java.util.Collection;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What drafts of the policy are called in the history. */
@Component
class PolicyDraftTitles implements Titles {

    private final Titles titles;

    PolicyDraftTitles(JdbcClient sql) {
        titles = Titles.asked(sql, "policy", "SELECT id, title FROM policy.draft WHERE id = ANY(:ids)");
    }

    @Override
    public Map<String, String> of(Collection<String> streams) {
        return titles.of(streams);
    }
}
