package dev.countersign.changes;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds changes that get in each other's way: they reach one of the same systems, in overlapping windows. */
@Component
class Conflicts {

    private static final int FEW = 4;

    private static final String IN_THE_WAY = """
        FROM changes.change c JOIN changes.revision r ON r.change_id = c.id AND r.number = c.revision
        WHERE c.status IN ('CHECKING', 'NEEDS_WORK', 'IN_REVIEW', 'SIGN_OFF', 'ESCALATED', 'APPROVED', 'BAKING', 'OUTCOME')
          AND c.id <> :id AND c.systems && :systems::text[]
          AND coalesce((r.document ->> 'windowStart')::timestamptz, '-infinity') < coalesce(:end::timestamptz, 'infinity')
          AND coalesce(:start::timestamptz, '-infinity') < coalesce((r.document ->> 'windowEnd')::timestamptz, 'infinity')""";

    private final JdbcClient sql;

    Conflicts(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whether another one that is submitted and has not ended does; a window without an end lasts for ever. */
    boolean has(Change change, Reach reach) {
        return sql.sql("SELECT EXISTS (SELECT " + IN_THE_WAY + ")")
                .params(named(Optional.of(change.id()), change.document(), reach))
                .query(Boolean.class)
                .single();
    }

    /**
     * The same for a text that may still be no change: the first few of them, in their order.
     *
     * @param itself what it does not get in the way of
     */
    List<Overlap> few(Optional<ChangeId> itself, ChangeDocument document, Reach reach) {
        return sql.sql("SELECT c.id, c.title " + IN_THE_WAY + " ORDER BY c.id LIMIT :most")
                .params(named(itself, document, reach))
                .param("most", FEW)
                .query((row, number) -> new Overlap(new ChangeId(row.getString("id")), row.getString("title")))
                .list();
    }

    private static Map<String, @Nullable Object> named(
            Optional<ChangeId> itself, ChangeDocument document, Reach reach) {
        Map<String, @Nullable Object> named = new HashMap<>();
        named.put("id", itself.map(ChangeId::value).orElse(""));
        named.put(
                "systems",
                Stream.concat(document.systems().stream(), reach.keys().stream())
                        .distinct()
                        .toArray(String[]::new));
        named.put("start", at(document.windowStart()));
        named.put("end", at(document.windowEnd()));
        return named;
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return Optional.ofNullable(instant)
                .map(known -> known.atOffset(ZoneOffset.UTC))
                .orElse(null);
    }
}
