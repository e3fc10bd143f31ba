package dev.countersign.identity;

import static dev.countersign.Personas.ELENA;
import static dev.countersign.Refuses.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.identity.Judgement.Fails;
import dev.countersign.identity.Judgement.Fits;
import dev.countersign.spelling.Sha256;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

/** What the house takes from an authenticator, and what it does not. */
class RelyingPartyTests {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Base64Url ASKED = challenge("what was decided");

    private final RelyingParty house = house(SoftPasskey.HOME);
    private final SoftPasskey soft = SoftPasskey.es256();

    @ParameterizedTest
    @CsvSource({"EC,SHA256withECDSA", "Ed25519,Ed25519", "RSA,SHA256withRSA"})
    void takesASignatureOfEachKind(String keys, String algorithm) {
        var other = SoftPasskey.of(keys, algorithm);
        assertThat(house.judge(enrolled(other), ASKED, other.sign(ASKED))).isEqualTo(new Fits(2));
        assertThat(house.kinds()).containsExactly(-7L, -8L, -257L);
    }

    @Test
    void keepsWhatTheAuthenticatorSaysOfItself() {
        var passkey = enrolled(soft);
        assertThat(passkey.credential()).isEqualTo(soft.credential());
        assertThat(passkey.count()).isOne();
        assertThat(passkey.transports()).containsExactly("nfc", "usb");
        assertThat(passkey.leaving()).isEmpty();
    }

    @Test
    void refusesASignatureThatWasMadeAtAnotherAddress() {
        fails(
                enrolled(soft),
                soft.at("https://countersign.example.evil.example").sign(ASKED),
                "another address");
        var other = SoftPasskey.es256();
        fails(enrolled(other), other.at("http://countersign.example").sign(ASKED), "another address");
    }

    @Test
    void refusesASignatureForAnotherHouse() {
        fails(enrolled(soft), soft.forHouse("example").sign(ASKED), "another house");
    }

    @Test
    void refusesASignatureOfSomebodyWhoWasNotChecked() {
        fails(enrolled(soft), soft.withoutAskingWhoHoldsIt().sign(ASKED), "did not check who holds it");
    }

    @Test
    void refusesASignatureOfSomethingElse() {
        fails(enrolled(soft), soft.sign(challenge("another comment")), "signs something else");
    }

    @Test
    void refusesACounterThatDoesNotGoOn() {
        var passkey = enrolled(soft.counting(7));
        fails(passkey, soft.counting(7).sign(ASKED), "counter did not go on");
        fails(passkey, soft.counting(0).sign(ASKED), "counter did not go on");
        assertThat(house.judge(passkey, ASKED, soft.counting(8).sign(ASKED))).isEqualTo(new Fits(8));
    }

    @Test
    void takesAnAuthenticatorThatDoesNotCount() {
        var passkey = enrolled(soft.counting(0));
        assertThat(house.judge(passkey, ASKED, soft.counting(0).sign(ASKED))).isEqualTo(new Fits(0));
    }

    @Test
    void refusesASignatureOfAnotherKeyOrWithAnotherByte() {
        var passkey = enrolled(soft);
        Assertion by = soft.sign(ASKED);
        Assertion others = SoftPasskey.es256().sign(ASKED);
        fails(passkey, with(by, by.authenticatorData(), others.signature()), "not of its key");
        fails(passkey, with(by, changed(by.authenticatorData(), 36), by.signature()), "not of its key");
        fails(passkey, others, "cannot be read");
    }

    @Test
    void refusesWhatNoBrowserWrites() {
        var passkey = enrolled(soft);
        Base64Url junk = Base64Url.of(new byte[] {1, 2, 3});
        Assertion by = soft.sign(ASKED);
        fails(passkey, new Assertion(by.credential(), junk, by.authenticatorData(), by.signature()), "cannot be read");
        fails(passkey, with(by, junk, by.signature()), "cannot be read");
        fails(passkey, with(by, by.authenticatorData(), junk), "not of its key");
    }

    @Test
    void enrolsOnlyWhatWasMadeHereForThisOfferByItsHolder() {
        PasskeyOffer offer = offer();
        refuses("identity.passkey-unfit", () -> house.read(offer, soft.create(challenge("of another offer")), NOW));
        refuses(
                "identity.passkey-unfit",
                () -> house.read(
                        offer, SoftPasskey.es256().at("https://evil.example").create(offer.challenge()), NOW));
        refuses(
                "identity.passkey-unfit",
                () -> house.read(
                        offer, SoftPasskey.es256().forHouse("evil.example").create(offer.challenge()), NOW));
        refuses(
                "identity.passkey-unfit",
                () -> house.read(
                        offer, SoftPasskey.es256().withoutAskingWhoHoldsIt().create(offer.challenge()), NOW));
        Base64Url junk = Base64Url.of(new byte[] {1, 2, 3});
        refuses("identity.passkey-unfit", () -> house.read(offer, new Attestation(junk, junk, Set.of()), NOW));
    }

    @Test
    void takesNothingUntilItsAddressIsTold() {
        var passkey = enrolled(soft);
        var nameless = house("");
        refuses("identity.no-address", () -> nameless.judge(passkey, ASKED, soft.sign(ASKED)));
    }

    static RelyingParty house(String address) {
        return new RelyingParty(
                new HouseAddress(new MockEnvironment().withProperty("countersign.identity.address", address)));
    }

    static Passkey enrolled(SoftPasskey soft) {
        PasskeyOffer offer = offer();
        return house(SoftPasskey.HOME).read(offer, soft.create(offer.challenge()), NOW);
    }

    private static PasskeyOffer offer() {
        return new PasskeyOffer(UUID.randomUUID(), ELENA.id(), "Blue key", challenge("to enrol"), NOW);
    }

    private void fails(Passkey passkey, Assertion assertion, String why) {
        assertThat(house.judge(passkey, ASKED, assertion))
                .isInstanceOfSatisfying(
                        Fails.class, fails -> assertThat(fails.fact()).contains(why));
    }

    private static Assertion with(Assertion by, Base64Url authenticatorData, Base64Url signature) {
        return new Assertion(by.credential(), by.clientData(), authenticatorData, signature);
    }

    private static Base64Url changed(Base64Url text, int at) {
        byte[] bytes = text.bytes();
        bytes[at] ^= 1;
        return Base64Url.of(bytes);
    }

    private static Base64Url challenge(String of) {
        return Base64Url.of(Sha256.of(of));
    }
}
