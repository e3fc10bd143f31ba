package dev.countersign.identity;

import dev.countersign.identity.Passkey.Leaving;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down which passkeys came and went. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class PasskeyLedger {

    private final JdbcClient sql;

    PasskeyLedger(JdbcClient sql) {
        this.sql = sql;
    }

    void offer(PasskeyOffer offer) {
        sql.sql("""
                INSERT INTO identity.passkey_offer (id, person, label, challenge, at)
                VALUES (:id, :person, :label, :challenge, :at)
                """)
                .param("id", offer.id())
                .param("person", offer.person().value())
                .param("label", offer.label())
                .param("challenge", offer.challenge().bytes())
                .param("at", at(offer.at()))
                .update();
    }

    /** An offer to somebody that is as young as that and was not taken. */
    @Transactional(readOnly = true)
    Optional<PasskeyOffer> offered(UUID id, PersonId person, Instant oldest) {
        return sql.sql("""
                SELECT * FROM identity.passkey_offer o WHERE o.id = :id AND o.person = :person AND o.at > :oldest
                  AND NOT EXISTS (SELECT FROM identity.passkey p WHERE p.id = o.id)
                """)
                .param("id", id)
                .param("person", person.value())
                .param("oldest", at(oldest))
                .query((row, number) -> new PasskeyOffer(
                        id,
                        person,
                        row.getString("label"),
                        Base64Url.of(row.getBytes("challenge")),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** False if the offer was taken, or the passkey enrolled, before. */
    boolean enrol(Passkey passkey) {
        return sql.sql("""
                INSERT INTO identity.passkey (id, person, label, credential, public_key, sign_count, aaguid, transports, at)
                VALUES (:id, :person, :label, :credential, :publicKey, :count, :aaguid, :transports, :at)
                ON CONFLICT DO NOTHING
                """)
                        .param("id", passkey.id())
                        .param("person", passkey.person().value())
                        .param("label", passkey.label())
                        .param("credential", passkey.credential().bytes())
                        .param("publicKey", passkey.publicKey().bytes())
                        .param("count", passkey.count())
                        .param("aaguid", passkey.aaguid())
                        .param("transports", passkey.transports().toArray(String[]::new))
                        .param("at", at(passkey.at()))
                        .update()
                == 1;
    }

    void remove(Passkey passkey, Leaving leaving, Optional<Signature> by) {
        sql.sql("""
                INSERT INTO identity.passkey_removal (id, passkey, person, asked_at, ends_at, signature)
                VALUES (:id, :passkey, :person, :asked, :ends, :signature)
                """)
                .param("id", leaving.id())
                .param("passkey", passkey.id())
                .param("person", passkey.person().value())
                .param("asked", at(leaving.askedAt()))
                .param("ends", at(leaving.endsAt()))
                .param("signature", by.map(Signature::id).orElse(null))
                .update();
    }

    void stop(Leaving leaving, Signature by) {
        sql.sql("""
                INSERT INTO identity.passkey_removal_stop (removal, person, signature, at)
                VALUES (:removal, :person, :signature, :at)
                """)
                .param("removal", leaving.id())
                .param("person", by.person().value())
                .param("signature", by.id())
                .param("at", at(by.at()))
                .update();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
