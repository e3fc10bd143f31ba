package dev.countersign.policy;

import dev.countersign.spelling.Sha256;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every decision table that was ever shipped or proposed, by its number; they never change. */
@Repository
class KeptTables {

    private final JdbcClient sql;
    private final Clock clock;
    private final Map<String, DecisionTable> parsed = new ConcurrentHashMap<>();

    KeptTables(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Since the rows never change, a table that was read once stays. */
    DecisionTable table(String base) {
        DecisionTable known = parsed.get(base);
        if (known == null) {
            known = DecisionTable.parse(text(base));
            parsed.put(base, known);
        }
        return known;
    }

    String text(String base) {
        return sql.sql("SELECT decision_table FROM policy.base WHERE id = :id")
                .param("id", base)
                .query((row, number) -> row.getString(1))
                .single();
    }

    TypedTable typed(String base) {
        return TableReader.read(text(base));
    }

    /** Gives the table its number, the old one if it has one. Two who reach for the same number at once look again. */
    String keep(String text) {
        Optional<String> kept = find(text);
        while (kept.isEmpty()) {
            sql.sql("""
                    INSERT INTO policy.base (id, hash, decision_table, kept_at)
                    SELECT 'base-' || (count(*) + 1), :hash, :text, :now FROM policy.base
                    ON CONFLICT DO NOTHING
                    """)
                    .param("hash", Sha256.of(text))
                    .param("text", text)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            kept = find(text);
        }
        return kept.get();
    }

    private Optional<String> find(String text) {
        return sql.sql("SELECT id FROM policy.base WHERE hash = :hash")
                .param("hash", Sha256.of(text))
                .query((row, number) -> row.getString(1))
                .optional();
    }
}
