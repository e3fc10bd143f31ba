package dev.countersign.identity;

import dev.countersign.identity.Judgement.Fails;
import dev.countersign.identity.Judgement.Fits;
import dev.countersign.refusals.Refusal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Decisions that are signed with a passkey: one request, one signature, one decision. */
@Component
public class Signatures {

    private static final int NONCE = 32;

    private final SignatureLedger ledger;
    private final PasskeyRows passkeys;
    private final RelyingParty house;
    private final List<BroughtSignature> sources;
    private final IdentitySettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Signatures(
            SignatureLedger ledger,
            PasskeyRows passkeys,
            RelyingParty house,
            List<BroughtSignature> sources,
            IdentitySettings settings,
            Clock clock) {
        this.ledger = ledger;
        this.passkeys = passkeys;
        this.house = house;
        this.sources = sources;
        this.settings = settings;
        this.clock = clock;
    }

    /** Asks somebody to sign a deed; the request is for just this, as it is said now. */
    @Transactional
    public SignatureRequest ask(PersonId person, Deed deed) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var statement = new Statement(person, deed, Base64Url.of(nonce), now());
        var request = new SignatureRequest(
                UUID.randomUUID(), person, deed.matter(), statement.nonce(), statement.challenge(), statement.at());
        ledger.ask(request);
        return request;
    }

    /** The request, as long as it can be answered. */
    public Optional<SignatureRequest> open(UUID request) {
        return ledger.open(request, now().minus(settings.stepUpWithin()));
    }

    /** Spends the signature that somebody brings on this deed; it is given back if the deed's transaction fails. */
    @Transactional(propagation = Propagation.MANDATORY)
    Signature spend(PersonId person, Deed deed) {
        ledger.lock(person);
        return sources.stream()
                .map(source -> source.by(person))
                .flatMap(Optional::stream)
                .findFirst()
                .flatMap(brought -> open(brought.request())
                        .filter(request -> request.asksFor(person, deed))
                        .flatMap(request -> take(request, deed, brought.assertion())))
                .orElseThrow(() -> new PasskeyNeeded(person, deed));
    }

    /** What was signed on a matter, by person; the last one of each. */
    public Map<PersonId, Signature> on(String matter) {
        return ledger.on(matter).stream()
                .collect(Collectors.toMap(Signature::person, Function.identity(), (_, later) -> later));
    }

    /** What an auditor takes away to verify it without us. */
    public SignatureProof proof(UUID id) {
        Signature signature = ledger.find(id).orElseThrow(() -> unknown(id));
        Passkey passkey = passkeys.of(signature.person()).stream()
                .filter(known -> known.id().equals(signature.passkey()))
                .findFirst()
                .orElseThrow();
        return house.proof(signature, passkey);
    }

    private Optional<Signature> take(SignatureRequest request, Deed deed, Assertion assertion) {
        Passkey passkey = passkeys.inForce(request.person()).stream()
                .filter(known -> known.credential().equals(assertion.credential()))
                .findFirst()
                .orElseThrow(() -> unfit("it is not one of your passkeys"));
        return switch (house.judge(passkey, request.challenge(), assertion)) {
            case Fails(String fact) -> throw unfit(fact);
            case Fits(long count) -> keep(request, deed, passkey, assertion, count);
        };
    }

    private Optional<Signature> keep(
            SignatureRequest request, Deed deed, Passkey passkey, Assertion assertion, long count) {
        var signature = new Signature(
                request.id(),
                request.person(),
                request.matter(),
                passkey.id(),
                passkey.label(),
                Base64Url.of(request.about(deed).bytes()),
                assertion,
                count,
                now());
        if (!ledger.keep(signature, request.challenge())) {
            return Optional.empty();
        }
        SignedHere.remember(signature);
        return Optional.of(signature);
    }

    private static Refusal unknown(UUID id) {
        return Refusal.notFound("identity.unknown-signature")
                .expectedTo("find signature '%s'", id)
                .because("there is no such signature")
                .instead("Follow the link beside a decision that was signed.");
    }

    private static Refusal unfit(String fact) {
        return Refusal.invalid("identity.passkey-unfit")
                .cannot("sign this with that passkey")
                .because("%s", fact)
                .instead(
                        "Nothing was recorded. Send it again, and sign with a passkey of yours at the address of Countersign.");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
