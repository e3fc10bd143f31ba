package dev.countersign.policy;

import dev.countersign.journal.Deeds;
import dev.countersign.journal.KeptDeed;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What leaders said of the policy, to be compared with the entries that tell of it. */
@Component
class LeadersDeeds implements Deeds {

    private final JdbcClient sql;

    LeadersDeeds(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(
                "policy.addendum-proposed",
                "policy.addendum-approved",
                "policy.addendum-declined",
                "policy.amendment-proposed",
                "policy.amendment-seconded",
                "policy.amendment-declined",
                "policy.addendum-extended",
                "policy.addendum-ended-early",
                "policy.edition-approved",
                "policy.edition-decided",
                "policy.edition-declined",
                "policy.edition-withdrawal-asked",
                "policy.edition-withdrawn");
    }

    @Override
    public List<KeptDeed> on(String stream) {
        if (!stream.startsWith("addendum/") && !stream.startsWith("policy/")) {
            return List.of();
        }
        return sql.sql("""
                SELECT what, person, at, d.entry, coalesce(d.legacy, false) AS legacy,
                       NOT decides OR d.log_in IS NOT NULL OR d.signature IS NOT NULL AS shown
                FROM (SELECT 'vote' AS what, 'policy.vote' AS kind, matter || ' ' || person AS id, person, at, vote <> 'PROPOSED' AS decides
                      FROM policy.vote WHERE split_part(matter, '/', 1) = substring(:stream FROM '^addendum/(.*)')
                      UNION ALL
                      SELECT 'vote', 'policy.edition_vote', draft || '/' || round || ' ' || person, person, at, true
                      FROM policy.edition_vote WHERE draft = substring(:stream FROM '^policy/(.*)')
                      UNION ALL
                      SELECT 'withdrawal', 'policy.edition_withdrawal', draft || '/' || round || ' ' || person, person, at, true
                      FROM policy.edition_withdrawal WHERE draft = substring(:stream FROM '^policy/(.*)')) said
                LEFT JOIN journal.deed d USING (kind, id) ORDER BY at
                """).param("stream", stream).query(KeptDeed::row).list();
    }
}
