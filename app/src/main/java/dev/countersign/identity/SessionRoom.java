package dev.countersign.identity;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what lies in the sessions in PostgreSQL, where forms end by themselves when their sessions do. */
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
                SELECT coalesce(sum(octet_length(attribute_bytes)), 0)
                FROM identity.session_attributes WHERE attribute_name = 'countersign.salvaged'
                """).query(Long.class).single();
        return kept + bytes <= BUDGET;
    }
}
