package dev.countersign.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which session at the identity provider stands behind which of ours, so that the end of one ends the other. */
@Repository
public class LogIns {

    private static final Duration KEPT = Duration.ofDays(1);

    /**
     * Where a log-in came from.
     *
     * @param providers the session at the identity provider
     * @param browser what the browser is, in words
     * @param address the address that it asked from
     */
    public record Origin(String providers, String account, Optional<PersonId> person, String browser, String address) {}

    private final JdbcClient sql;
    private final Clock clock;

    LogIns(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Keeps where a log-in came from. */
    @Transactional
    public void begin(String session, Origin origin) {
        sql.sql("""
            INSERT INTO identity.log_in (session_id, sid, account, person, browser, address, at)
            VALUES (:session, :sid, :account, :person, :browser, :address, :now)
            ON CONFLICT (session_id) DO UPDATE SET sid = excluded.sid, account = excluded.account,
              person = excluded.person, browser = excluded.browser, address = excluded.address
            """)
                .param("session", session)
                .param("sid", origin.providers())
                .param("account", origin.account())
                .param("person", origin.person().map(PersonId::value).orElse(null))
                .param("browser", origin.browser())
                .param("address", origin.address())
                .param("now", at(clock.instant()))
                .update();
    }

    /** Ends every session that is meant; false if the same word was heard before, and then it does nothing. */
    @Transactional
    public boolean end(LogOut said) {
        if (!isNew(said)) {
            return false;
        }
        List<String> ended = sql.sql("""
                        DELETE FROM identity.log_in
                        WHERE (:sid::text IS NOT NULL OR :account::text IS NOT NULL)
                          AND (:sid::text IS NULL OR sid = :sid)
                          AND (:account::text IS NULL OR account = :account)
                        RETURNING session_id
                        """)
                .param("sid", said.session().orElse(null))
                .param("account", said.account().orElse(null))
                .query((row, number) -> row.getString("session_id"))
                .list();
        sql.sql("DELETE FROM identity.session WHERE session_id = ANY(:ended::bpchar[])")
                .param("ended", ended.toArray(String[]::new))
                .update();
        return true;
    }

    private boolean isNew(LogOut said) {
        return sql.sql("INSERT INTO identity.log_out_token (jti, ends_at) VALUES (:jti, :ends) ON CONFLICT DO NOTHING")
                        .param("jti", said.token())
                        .param("ends", at(said.endsAt()))
                        .update()
                == 1;
    }

    /** Forgets log-ins whose sessions are gone, and log-out tokens that have long ended. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    @Transactional
    public void forgetWhatHasEnded() {
        OffsetDateTime then = at(clock.instant().minus(KEPT));
        sql.sql("""
                DELETE FROM identity.log_in WHERE at < :then
                AND NOT EXISTS (SELECT FROM identity.session WHERE session.session_id = log_in.session_id)
                """).param("then", then).update();
        sql.sql("DELETE FROM identity.log_out_token WHERE ends_at < :then")
                .param("then", then)
                .update();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
