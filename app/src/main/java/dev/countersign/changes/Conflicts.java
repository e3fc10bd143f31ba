package dev.countersign.changes;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds changes that get in each other's way: they reach one of the same systems, in overlapping windows. */
@Component
class Conflicts {

    private final JdbcClient sql;

    Conflicts(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whether another one that is submitted and has not ended does; a window without an end lasts for ever. */
    boolean has(Change change, Reach reach) {
        return has(Optional.of(change.id()), change.document(), reach);
    }

    /**
     * The same for a text that may still be no change.
     *
     * @param itself what it does not get in the way of
     */
    boolean has(Optional<ChangeId> itself, ChangeDocument document, Reach reach) {
        return sql.sql("""
                SELECT EXISTS (
                  SELECT FROM changes.change c JOIN changes.revision r ON r.change_id = c.id AND r.number = c.revision
                  WHERE c.status IN ('CHECKING', 'NEEDS_WORK', 'IN_REVIEW', 'SIGN_OFF', 'ESCALATED', 'APPROVED', 'BAKING', 'OUTCOME')
                    AND c.id <> :id AND c.systems && :systems::text[]
                    AND coalesce((r.document ->> 'windowStart')::timestamptz, '-infinity') < coalesce(:end::timestamptz, 'infinity')
                    AND coalesce(:start::timestamptz, '-infinity') < coalesce((r.document ->> 'windowEnd')::timestamptz, 'infinity'))
                """)
                .param("id", itself.map(ChangeId::value).orElse(""))
                .param(
                        "systems",
                        Stream.concat(document.systems().stream(), reach.keys().stream())
                                .distinct()
                                .toArray(String[]::new))
                .param("start", at(document.windowStart()))
                .param("end", at(document.windowEnd()))
                .query(Boolean.class)
                .single();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return Optional.ofNullable(instant)
                .map(known -> known.atOffset(ZoneOffset.UTC))
                .orElse(null);
    }
}
