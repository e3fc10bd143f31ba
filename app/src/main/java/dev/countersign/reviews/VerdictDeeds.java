package dev.countersign.reviews;

import dev.countersign.journal.Deeds;
import dev.countersign.journal.KeptDeed;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Verdicts, to be compared with the entries that tell of them. */
@Component
class VerdictDeeds implements Deeds {

    private final JdbcClient sql;

    VerdictDeeds(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(ReviewEvent.VERDICT_GIVEN);
    }

    @Override
    public List<KeptDeed> on(String stream) {
        return sql.sql("""
                SELECT 'verdict' AS what, v.person_id AS person, v.at, d.entry, coalesce(d.legacy, false) AS legacy,
                       v.duty = 'REVIEWER' OR d.log_in IS NOT NULL OR d.signature IS NOT NULL AS shown
                FROM reviews.verdict v LEFT JOIN journal.deed d ON d.kind = 'reviews.verdict' AND d.id = v.id::text
                WHERE v.change_id = substring(:stream FROM '^change/(.*)') ORDER BY v.id
                """).param("stream", stream).query(KeptDeed::row).list();
    }
}
