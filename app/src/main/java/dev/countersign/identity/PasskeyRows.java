package dev.countersign.identity;

import dev.countersign.identity.Passkey.Leaving;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads passkeys; whether one is in force follows from its removals and from time. */
@Repository
public class PasskeyRows {

    private final JdbcClient sql;
    private final Clock clock;

    PasskeyRows(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** All that somebody ever had, oldest first. */
    public List<Passkey> of(PersonId person) {
        return sql.sql("""
                SELECT p.id, p.person, p.label, p.credential, p.public_key, p.aaguid, p.transports, p.at,
                       greatest(p.sign_count, (SELECT max(s.sign_count) FROM identity.signature s
                                               WHERE s.passkey = p.id AND s.sign_count > 0)) AS sign_count,
                       r.id AS removal, r.asked_at, r.ends_at, r.signature
                FROM identity.passkey p
                LEFT JOIN LATERAL (
                    SELECT * FROM identity.passkey_removal r
                    WHERE r.passkey = p.id
                      AND NOT EXISTS (SELECT FROM identity.passkey_removal_stop s WHERE s.removal = r.id)
                    ORDER BY r.ends_at LIMIT 1) r ON true
                WHERE p.person = :person ORDER BY p.at, p.id
                """)
                .param("person", person.value())
                .query(PasskeyRows::passkey)
                .list();
    }

    /** Those that somebody can sign with at this moment; while there is one, they have to. */
    public List<Passkey> inForce(PersonId person) {
        Instant now = clock.instant();
        return of(person).stream().filter(passkey -> passkey.isInForce(now)).toList();
    }

    private static Passkey passkey(ResultSet row, int number) throws SQLException {
        return new Passkey(
                row.getObject("id", UUID.class),
                PersonId.recorded(row.getString("person")),
                row.getString("label"),
                Base64Url.of(row.getBytes("credential")),
                Base64Url.of(row.getBytes("public_key")),
                row.getLong("sign_count"),
                row.getObject("aaguid", UUID.class),
                Arrays.asList((String[]) row.getArray("transports").getArray()),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                leaving(row));
    }

    private static Optional<Leaving> leaving(ResultSet row) throws SQLException {
        UUID removal = row.getObject("removal", UUID.class);
        return removal == null
                ? Optional.empty()
                : Optional.of(new Leaving(
                        removal,
                        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                        row.getObject("signature", UUID.class) != null));
    }
}
