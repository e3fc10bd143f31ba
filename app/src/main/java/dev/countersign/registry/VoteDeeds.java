package dev.countersign.registry;

import dev.countersign.journal.Deeds;
import dev.countersign.journal.KeptDeed;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Votes on proposals, to be compared with the entries that tell of them. */
@Component
class VoteDeeds implements Deeds {

    private final JdbcClient sql;

    VoteDeeds(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("registry.proposed", "registry.adopted", "registry.declined");
    }

    @Override
    public List<KeptDeed> on(String stream) {
        if (stream.startsWith("change/")) {
            return List.of();
        }
        return sql.sql("""
                SELECT 'vote' AS what, v.person, v.at, d.entry, coalesce(d.legacy, false) AS legacy, true AS shown
                FROM registry.proposal p JOIN registry.vote v ON v.matter = p.id
                LEFT JOIN journal.deed d ON d.kind = 'registry.vote' AND d.id = v.matter || ' ' || v.person
                WHERE registry.stream_of(p.systems, p.edit) = :stream ORDER BY v.at, v.matter
                """).param("stream", stream).query(KeptDeed::row).list();
    }
}
