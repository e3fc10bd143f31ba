package dev.countersign.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The decision table that this release brings along, and the ones that earlier releases judged by. */
@Component
class BasePolicy implements SmartInitializingSingleton {

    static final String RESOURCE = "bpmn/change-requirements.dmn";

    private final JdbcClient sql;
    private final Clock clock;
    private final String text;
    private final Map<String, DecisionTable> tables = new ConcurrentHashMap<>();
    private volatile String id = "";

    BasePolicy(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
        this.text = read();
    }

    /** A release whose table cannot be read or kept must not start. */
    @Override
    public void afterSingletonsInstantiated() {
        DecisionTable table = DecisionTable.parse(text);
        id = keep();
        tables.put(id, table);
    }

    /** The id of this release's table. */
    String id() {
        return id;
    }

    /** The rows never change, so a table that was read once stays. */
    DecisionTable table(String base) {
        return tables.computeIfAbsent(base, it -> DecisionTable.parse(text(it)));
    }

    String text(String base) {
        return sql.sql("SELECT decision_table FROM policy.base WHERE id = :id")
                .param("id", base)
                .query((row, number) -> row.getString(1))
                .single();
    }

    /** Two nodes that start at once may reach for the same number; the one that comes second looks again. */
    private String keep() {
        Optional<String> kept = kept();
        while (kept.isEmpty()) {
            sql.sql("""
                    INSERT INTO policy.base (id, hash, decision_table, kept_at)
                    SELECT 'base-' || (count(*) + 1), :hash, :text, :now FROM policy.base
                    ON CONFLICT DO NOTHING
                    """)
                    .param("hash", hash())
                    .param("text", text)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            kept = kept();
        }
        return kept.get();
    }

    private Optional<String> kept() {
        return sql.sql("SELECT id FROM policy.base WHERE hash = :hash")
                .param("hash", hash())
                .query((row, number) -> row.getString(1))
                .optional();
    }

    private byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expected every Java to know SHA-256, but this one does not.", e);
        }
    }

    static String read() {
        try {
            return new ClassPathResource(RESOURCE).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read %s, but it is not there.".formatted(RESOURCE), e);
        }
    }
}
