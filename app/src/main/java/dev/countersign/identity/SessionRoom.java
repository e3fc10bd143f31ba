package dev.countersign.identity;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what lies in strangers' sessions in PostgreSQL, where forms end by themselves when their sessions do. */
@Component
class SessionRoom implements SalvageRoom {

    private static final long BUDGET = 64_000_000;

    private final JdbcClient sql;

    SessionRoom(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public boolean has(long bytes) {
        long kept = sql.sql("""
                SELECT coalesce(sum(octet_length(a.attribute_bytes)), 0)
                FROM identity.session_attributes a JOIN identity.session s ON s.primary_id = a.session_primary_id
                WHERE a.attribute_name = 'countersign.salvaged' AND s.principal_name IS NULL
                """).query(Long.class).single();
        return kept + bytes <= BUDGET;
    }
}
