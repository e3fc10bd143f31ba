package dev.countersign.gate;

import dev.countersign.journal.Deeds;
import dev.countersign.journal.KeptDeed;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Second keys, to be compared with the entries that tell of them. */
@Component
class KeyDeeds implements Deeds {

    private final JdbcClient sql;

    KeyDeeds(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KeyTurned.KIND);
    }

    @Override
    public List<KeptDeed> on(String stream) {
        return sql.sql("""
                SELECT 'second key' AS what, k.turned_by AS person, k.turned_at AS at, d.entry,
                       coalesce(d.legacy, false) AS legacy, true AS shown
                FROM gate.second_key k LEFT JOIN journal.deed d ON d.kind = 'gate.second_key' AND d.id = k.id::text
                WHERE k.change_id = substring(:stream FROM '^change/(.*)') ORDER BY k.id
                """).param("stream", stream).query(KeptDeed::row).list();
    }
}
