package dev.countersign.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Every request to sign a decision, and the signature that answered it. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class SignatureLedger {

    private static final String SIGNATURE = """
            SELECT s.id, s.person, s.matter, s.passkey, p.label, p.credential, s.statement, s.client_data,
                   s.authenticator_data, s.signature, s.sign_count, s.at
            FROM identity.signature s JOIN identity.passkey p ON p.id = s.passkey
            """;

    private final JdbcClient sql;

    SignatureLedger(JdbcClient sql) {
        this.sql = sql;
    }

    @Transactional
    void ask(SignatureRequest request) {
        sql.sql("""
                INSERT INTO identity.signature_request (id, person, matter, nonce, challenge, at)
                VALUES (:id, :person, :matter, :nonce, :challenge, :at)
                """)
                .param("id", request.id())
                .param("person", request.person().value())
                .param("matter", request.matter())
                .param("nonce", request.nonce().bytes())
                .param("challenge", request.challenge().bytes())
                .param("at", at(request.at()))
                .update();
    }

    /** A request that is as young as that and that nobody has answered yet. */
    @Transactional(readOnly = true)
    Optional<SignatureRequest> open(UUID id, Instant oldest) {
        return sql.sql("""
                SELECT * FROM identity.signature_request r WHERE r.id = :id AND r.at > :oldest
                  AND NOT EXISTS (SELECT FROM identity.signature s WHERE s.id = r.id)
                """)
                .param("id", id)
                .param("oldest", at(oldest))
                .query(SignatureLedger::request)
                .optional();
    }

    /** Until the transaction ends somebody signs nothing else: requests are answered, and counters go on, one by one. */
    void lock(PersonId person) {
        sql.sql("SELECT pg_advisory_xact_lock(hashtextextended('identity.signature/' || :person, 0))")
                .param("person", person.value())
                .query((row, number) -> true)
                .single();
    }

    /** False if the request was answered in the meantime. */
    boolean keep(Signature signature, Base64Url challenge) {
        return sql.sql("""
                INSERT INTO identity.signature (id, person, matter, challenge, passkey, statement, client_data,
                                                authenticator_data, signature, sign_count, at)
                VALUES (:id, :person, :matter, :challenge, :passkey, :statement, :clientData, :authenticatorData,
                        :signature, :count, :at)
                ON CONFLICT (id) DO NOTHING
                """)
                        .param("id", signature.id())
                        .param("person", signature.person().value())
                        .param("matter", signature.matter())
                        .param("challenge", challenge.bytes())
                        .param("passkey", signature.passkey())
                        .param("statement", signature.statement().bytes())
                        .param("clientData", signature.assertion().clientData().bytes())
                        .param(
                                "authenticatorData",
                                signature.assertion().authenticatorData().bytes())
                        .param("signature", signature.assertion().signature().bytes())
                        .param("count", signature.count())
                        .param("at", at(signature.at()))
                        .update()
                == 1;
    }

    @Transactional(readOnly = true)
    Optional<Signature> find(UUID id) {
        return sql.sql(SIGNATURE + "WHERE s.id = :id")
                .param("id", id)
                .query(SignatureLedger::signature)
                .optional();
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    List<Signature> on(String matter) {
        return sql.sql(SIGNATURE + "WHERE s.matter = :matter ORDER BY s.at")
                .param("matter", matter)
                .query(SignatureLedger::signature)
                .list();
    }

    private static SignatureRequest request(ResultSet row, int number) throws SQLException {
        return new SignatureRequest(
                row.getObject("id", UUID.class),
                PersonId.recorded(row.getString("person")),
                row.getString("matter"),
                Base64Url.of(row.getBytes("nonce")),
                Base64Url.of(row.getBytes("challenge")),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static Signature signature(ResultSet row, int number) throws SQLException {
        return new Signature(
                row.getObject("id", UUID.class),
                PersonId.recorded(row.getString("person")),
                row.getString("matter"),
                row.getObject("passkey", UUID.class),
                row.getString("label"),
                Base64Url.of(row.getBytes("statement")),
                new Assertion(
                        Base64Url.of(row.getBytes("credential")),
                        Base64Url.of(row.getBytes("client_data")),
                        Base64Url.of(row.getBytes("authenticator_data")),
                        Base64Url.of(row.getBytes("signature"))),
                row.getLong("sign_count"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
