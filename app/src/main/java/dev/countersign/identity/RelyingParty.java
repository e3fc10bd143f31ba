package dev.countersign.identity;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.authenticator.AuthenticatorImpl;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.BadChallengeException;
import com.webauthn4j.verifier.exception.BadOriginException;
import com.webauthn4j.verifier.exception.BadRpIdException;
import com.webauthn4j.verifier.exception.BadSignatureException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.UserNotVerifiedException;
import dev.countersign.identity.Judgement.Fails;
import dev.countersign.identity.Judgement.Fits;
import dev.countersign.refusals.Refusal;
import dev.countersign.spelling.Sha256;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** The house as passkeys know it: the only place that reads what authenticators say. */
@Component
public class RelyingParty {

    private static final List<PublicKeyCredentialParameters> KINDS = Stream.of(
                    COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256)
            .map(kind -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, kind))
            .toList();

    private final HouseAddress address;
    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager webAuthn = WebAuthnManager.createNonStrictWebAuthnManager(converter);

    RelyingParty(HouseAddress address) {
        this.address = address;
    }

    /** The name that passkeys are made for. */
    public String id() {
        return Objects.requireNonNull(address().getHost(), "an address with a host");
    }

    /** Which kinds of keys it takes, by their COSE numbers, the best first. */
    public List<Long> kinds() {
        return KINDS.stream().map(kind -> kind.getAlg().getValue()).toList();
    }

    /** Whether a passkey signed this challenge, for this house, having checked who holds it. */
    Judgement judge(Passkey passkey, Base64Url challenge, Assertion assertion) {
        var request = new AuthenticationRequest(
                assertion.credential().bytes(),
                assertion.authenticatorData().bytes(),
                assertion.clientData().bytes(),
                assertion.signature().bytes());
        var parameters = new AuthenticationParameters(
                server(challenge), known(passkey), List.of(passkey.credential().bytes()), true, true);
        try {
            var data =
                    Objects.requireNonNull(webAuthn.verify(request, parameters).getAuthenticatorData());
            return new Fits(data.getSignCount());
        } catch (WebAuthnException | JacksonException no) {
            return new Fails(fact(no));
        }
    }

    /** The passkey that was made for an offer. */
    Passkey read(PasskeyOffer offer, Attestation attestation, Instant at) {
        try {
            var request = new RegistrationRequest(
                    attestation.object().bytes(), attestation.clientData().bytes(), attestation.transports());
            return passkey(
                    offer,
                    webAuthn.verify(request, new RegistrationParameters(server(offer.challenge()), KINDS, true, true)),
                    attestation,
                    at);
        } catch (WebAuthnException | JacksonException no) {
            throw Refusal.invalid("identity.passkey-unfit")
                    .cannot("add passkey “%s”", offer.label())
                    .because("%s", fact(no))
                    .instead("Begin again, at the address of Countersign.");
        }
    }

    private Passkey passkey(PasskeyOffer offer, RegistrationData data, Attestation attestation, Instant at) {
        var made = Objects.requireNonNull(
                Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData());
        var credential = Objects.requireNonNull(made.getAttestedCredentialData());
        return new Passkey(
                offer.id(),
                offer.person(),
                offer.label(),
                Base64Url.of(credential.getCredentialId()),
                Base64Url.of(converter.getCborConverter().writeValueAsBytes(credential.getCOSEKey())),
                made.getSignCount(),
                Objects.requireNonNull(credential.getAaguid().getValue()),
                attestation.transports().stream().sorted().toList(),
                at,
                Optional.empty());
    }

    /** A signature with all that it takes to verify it elsewhere. */
    SignatureProof proof(Signature signature, Passkey passkey) {
        COSEKey key = key(passkey);
        byte[] cose = passkey.publicKey().bytes();
        return new SignatureProof(
                signature.id(),
                signature.person().value(),
                signature.at(),
                new String(signature.statement().bytes(), StandardCharsets.UTF_8),
                signature.assertion().clientData().text(),
                signature.assertion().authenticatorData().text(),
                signature.assertion().signature().text(),
                new SignatureProof.Key(
                        passkey.id(),
                        passkey.label(),
                        passkey.credential().text(),
                        passkey.aaguid(),
                        passkey.at(),
                        Objects.requireNonNull(key.getAlgorithm())
                                .toSignatureAlgorithm()
                                .getJcaName(),
                        Base64Url.of(Objects.requireNonNull(key.getPublicKey()).getEncoded())
                                .text(),
                        passkey.publicKey().text(),
                        Sha256.hex(cose)),
                origin(),
                id());
    }

    private COSEKey key(Passkey passkey) {
        return Objects.requireNonNull(
                converter.getCborConverter().readValue(passkey.publicKey().bytes(), COSEKey.class));
    }

    private AuthenticatorImpl known(Passkey passkey) {
        var credential = new AttestedCredentialData(
                new AAGUID(passkey.aaguid()), passkey.credential().bytes(), key(passkey));
        return new AuthenticatorImpl(credential, null, passkey.count());
    }

    private ServerProperty server(Base64Url challenge) {
        return ServerProperty.builder()
                .origin(new Origin(origin()))
                .rpId(id())
                .challenge(new DefaultChallenge(challenge.bytes()))
                .build();
    }

    private String origin() {
        return address().getScheme() + "://" + address().getRawAuthority();
    }

    private URI address() {
        return address.told()
                .orElseThrow(() -> Refusal.conflict("identity.no-address")
                        .cannot("use a passkey")
                        .because("Countersign has not been told its own address")
                        .instead("Ask those who run it to set countersign.identity.address."));
    }

    private static String fact(RuntimeException no) {
        return switch (no) {
            case BadOriginException _ -> "it was made at another address";
            case BadRpIdException _ -> "it was made for another house";
            case BadChallengeException _ -> "it signs something else";
            case UserNotVerifiedException _ -> "the passkey did not check who holds it";
            case MaliciousCounterValueException _ -> "its counter did not go on, as if there were a copy of the key";
            case BadSignatureException _ -> "the signature is not of its key";
            default -> "it cannot be read";
        };
    }
}
