package dev.countersign.identity;

import dev.countersign.spelling.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;

/** An authenticator and its browser in software: honest, unless a test has it say something else. */
final class SoftPasskey {

    static final String HOME = "https://countersign.example";

    private static final int PRESENT = 1;
    private static final int VERIFIED = 4;
    private static final int WITH_CREDENTIAL = 0x40;

    private final KeyPair keys;
    private final String algorithm;
    private final byte[] credential = bytes(UUID.randomUUID());
    private String origin = HOME;
    private String house = "countersign.example";
    private int flags = PRESENT | VERIFIED;
    private long count = 1;

    private SoftPasskey(KeyPair keys, String algorithm) {
        this.keys = keys;
        this.algorithm = algorithm;
    }

    static SoftPasskey es256() {
        return of("EC", "SHA256withECDSA");
    }

    static SoftPasskey of(String keys, String algorithm) {
        try {
            var generator = KeyPairGenerator.getInstance(keys);
            if (keys.equals("EC")) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            } else if (keys.equals("RSA")) {
                generator.initialize(2048);
            }
            return new SoftPasskey(generator.generateKeyPair(), algorithm);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    SoftPasskey at(String home) {
        origin = home;
        return this;
    }

    SoftPasskey forHouse(String name) {
        house = name;
        return this;
    }

    SoftPasskey withoutAskingWhoHoldsIt() {
        flags = PRESENT;
        return this;
    }

    SoftPasskey counting(long next) {
        count = next;
        return this;
    }

    Base64Url credential() {
        return Base64Url.of(credential);
    }

    Attestation create(Base64Url challenge) {
        byte[] key = cose(keys.getPublic());
        var data = new Bytes()
                .add(authenticatorData(flags | WITH_CREDENTIAL))
                .add(new byte[16])
                .add(new byte[] {0, (byte) credential.length})
                .add(credential)
                .add(key);
        var object = new Bytes()
                .add(0xA3)
                .text("fmt")
                .text("none")
                .text("attStmt")
                .add(0xA0)
                .text("authData")
                .binary(data.all());
        count += count == 0 ? 0 : 1;
        return new Attestation(
                Base64Url.of(object.all()), clientData("webauthn.create", challenge), Set.of("usb", "nfc"));
    }

    Assertion sign(Base64Url challenge) {
        Base64Url clientData = clientData("webauthn.get", challenge);
        byte[] data = authenticatorData(flags);
        count += count == 0 ? 0 : 1;
        byte[] signed = new Bytes().add(data).add(Sha256.of(clientData.bytes())).all();
        return new Assertion(credential(), clientData, Base64Url.of(data), Base64Url.of(signature(signed)));
    }

    private byte[] signature(byte[] signed) {
        try {
            var signature = Signature.getInstance(algorithm);
            signature.initSign(keys.getPrivate());
            signature.update(signed);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Base64Url clientData(String type, Base64Url challenge) {
        return Base64Url.of("{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                .formatted(type, challenge, origin)
                .getBytes(StandardCharsets.UTF_8));
    }

    private byte[] authenticatorData(int said) {
        byte[] name = Sha256.of(house);
        return ByteBuffer.allocate(37)
                .put(name)
                .put((byte) said)
                .putInt((int) count)
                .array();
    }

    private static byte[] cose(PublicKey key) {
        return switch (key) {
            case ECPublicKey curve ->
                new Bytes()
                        .add(0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21)
                        .binary(unsigned(curve.getW().getAffineX(), 32))
                        .add(0x22)
                        .binary(unsigned(curve.getW().getAffineY(), 32))
                        .all();
            case RSAPublicKey rsa ->
                new Bytes()
                        .add(0xA4, 0x01, 0x03, 0x03, 0x39, 0x01, 0x00, 0x20)
                        .binary(unsigned(rsa.getModulus(), 256))
                        .add(0x21)
                        .binary(unsigned(rsa.getPublicExponent(), 3))
                        .all();
            default -> {
                byte[] encoded = key.getEncoded();
                yield new Bytes()
                        .add(0xA4, 0x01, 0x01, 0x03, 0x27, 0x20, 0x06, 0x21)
                        .binary(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length))
                        .all();
            }
        };
    }

    private static byte[] unsigned(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        byte[] padded = new byte[length];
        int used = Math.min(bytes.length, length);
        System.arraycopy(bytes, bytes.length - used, padded, length - used, used);
        return padded;
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /** As much CBOR as an authenticator writes. */
    private static final class Bytes {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Bytes add(int... values) {
            for (int value : values) {
                out.write(value);
            }
            return this;
        }

        Bytes add(byte[] bytes) {
            try {
                out.write(bytes);
            } catch (java.io.IOException e) {
                throw new UncheckedIOException(e);
            }
            return this;
        }

        Bytes text(String text) {
            return add(0x60 + text.length()).add(text.getBytes(StandardCharsets.UTF_8));
        }

        Bytes binary(byte[] bytes) {
            return add(0x59, bytes.length >> 8, bytes.length & 0xFF).add(bytes);
        }

        byte[] all() {
            return out.toByteArray();
        }
    }
}
