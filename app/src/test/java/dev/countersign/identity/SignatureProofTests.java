package dev.countersign.identity;

import static dev.countersign.Personas.ELENA;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody who has the file and a JDK, and nothing of ours, verifies a signed decision as `docs/decisions/passkeys.md`
 * says, and finds each byte that was changed.
 */
class SignatureProofTests {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00.123456Z");
    private static final Deed SIGN_OFF =
            Deed.about("sign-off-change of CHG-000042, revision 0f3a9c12", "APPROVE", "Read the plan twice, “grün”.");

    private ObjectNode file;

    @BeforeEach
    void takeAway() {
        file = file(SoftPasskey.es256());
    }

    @ParameterizedTest
    @CsvSource({"EC,SHA256withECDSA", "Ed25519,Ed25519", "RSA,SHA256withRSA"})
    void verifiesWithTheJdkAlone(String keys, String algorithm) throws Exception {
        ObjectNode each = file(SoftPasskey.of(keys, algorithm));
        assertThat(each.path("key").path("algorithm").asString()).isEqualToIgnoringCase(algorithm);
        assertThat(verifies(each)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"APPROVE,REJECT", "twice,thrice", "0f3a9c12,0f3a9c13", "CHG-000042,CHG-000041", "elena,farid"})
    void findsEachOtherWord(String said, String instead) throws Exception {
        String statement = file.path("statement").asString();
        assertThat(statement).contains(said);
        file.put("statement", statement.replace(said, instead));
        assertThat(verifies(file)).isFalse();
    }

    @Test
    void findsAnotherHashOfTheDeed() throws Exception {
        file.put(
                "statement",
                file.path("statement").asString().replace("\"said\":[\"APPROVE\"", "\"said\":[\"REJECT\""));
        assertThat(decided(JsonMapper.shared().readTree(file.path("statement").asString())))
                .isFalse();
    }

    @Test
    void findsAnyOtherByteOfTheAnswer() throws Exception {
        for (String part : new String[] {"clientDataJson", "authenticatorData", "signatureBytes"}) {
            byte[] bytes = Base64.getUrlDecoder().decode(file.path(part).asString());
            for (int at = 0; at < bytes.length; at++) {
                byte[] changed = bytes.clone();
                changed[at] ^= 1;
                ObjectNode other = file.deepCopy();
                other.put(part, Base64.getUrlEncoder().withoutPadding().encodeToString(changed));
                assertThat(verifies(other)).as("byte %d of %s", at, part).isFalse();
            }
        }
    }

    /** The recipe of the decision's document. */
    private static boolean verifies(JsonNode file) throws Exception {
        byte[] statement = file.path("statement").asString().getBytes(StandardCharsets.UTF_8);
        byte[] client = decoded(file, "clientDataJson");
        byte[] data = decoded(file, "authenticatorData");
        String said = new String(client, StandardCharsets.UTF_8);
        String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(statement));
        byte[] house = sha256(file.path("relyingParty").asString().getBytes(StandardCharsets.UTF_8));
        return said.contains("\"type\":\"webauthn.get\"")
                && said.contains("\"challenge\":\"" + challenge + "\"")
                && said.contains("\"origin\":\"" + file.path("address").asString() + "\"")
                && Arrays.equals(house, Arrays.copyOf(data, 32))
                && (data[32] & 5) == 5
                && signed(file, data, client)
                && decided(JsonMapper.shared().readTree(statement));
    }

    private static boolean signed(JsonNode file, byte[] data, byte[] client) throws Exception {
        JsonNode key = file.path("key");
        String algorithm = key.path("algorithm").asString();
        String keys = algorithm.endsWith("ECDSA") ? "EC" : algorithm.endsWith("RSA") ? "RSA" : algorithm;
        var verifier = java.security.Signature.getInstance(algorithm);
        verifier.initVerify(
                KeyFactory.getInstance(keys).generatePublic(new X509EncodedKeySpec(decoded(key, "publicKey"))));
        verifier.update(data);
        verifier.update(sha256(client));
        try {
            return verifier.verify(decoded(file, "signatureBytes"));
        } catch (java.security.SignatureException malformed) {
            return false;
        }
    }

    /** Whether the statement's words are those that its hash is of. */
    private static boolean decided(JsonNode statement) throws Exception {
        var words = new ByteArrayOutputStream();
        words.write(counted(statement.path("matter").asString()));
        for (JsonNode word : statement.path("said")) {
            words.write(counted(word.asString()));
        }
        return HexFormat.of()
                .formatHex(sha256(words.toByteArray()))
                .equals(statement.path("decided").asString());
    }

    private static byte[] counted(String word) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 + bytes.length)
                .putInt(bytes.length)
                .put(bytes)
                .array();
    }

    private static byte[] decoded(JsonNode from, String part) {
        return Base64.getUrlDecoder().decode(from.path(part).asString());
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static ObjectNode file(SoftPasskey soft) {
        Passkey passkey = RelyingPartyTests.enrolled(soft);
        var statement = new Statement(ELENA.id(), SIGN_OFF, Base64Url.of(new byte[32]), NOW);
        var signature = new Signature(
                UUID.randomUUID(),
                ELENA.id(),
                SIGN_OFF.matter(),
                passkey.id(),
                passkey.label(),
                Base64Url.of(statement.bytes()),
                soft.sign(statement.challenge()),
                2,
                NOW);
        SignatureProof proof = RelyingPartyTests.house(SoftPasskey.HOME).proof(signature, passkey);
        return JsonMapper.shared().valueToTree(proof);
    }
}
