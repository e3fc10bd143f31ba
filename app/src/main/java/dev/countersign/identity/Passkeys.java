package dev.countersign.identity;

import dev.countersign.identity.Passkey.Leaving;
import dev.countersign.spelling.Sha256;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Leaders' passkeys: enrol one, take one away, report one as lost and take that back. */
@Service
public class Passkeys {

    private static final int CHALLENGE = 32;

    private final PasskeyRows rows;
    private final PasskeyLedger ledger;
    private final RelyingParty house;
    private final StepUps stepUps;
    private final Signatures signatures;
    private final PresentRoles roles;
    private final IdentitySettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Passkeys(
            PasskeyRows rows,
            PasskeyLedger ledger,
            RelyingParty house,
            StepUps stepUps,
            Signatures signatures,
            PresentRoles roles,
            IdentitySettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.ledger = ledger;
        this.house = house;
        this.stepUps = stepUps;
        this.signatures = signatures;
        this.roles = roles;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** Lets somebody enrol a passkey; whoever has one already signs this with it, or a stolen password would do. */
    @Transactional
    public PasskeyOffer offer(Person person, String label) {
        PasskeyRules.toHave(roles.of(person)).demand();
        String name = PasskeyRules.label(label);
        house.id();
        stepUps.spend(person, Deed.about("new passkey of " + person.id(), name));
        byte[] challenge = new byte[CHALLENGE];
        random.nextBytes(challenge);
        var offer = new PasskeyOffer(UUID.randomUUID(), person.id(), name, Base64Url.of(challenge), now());
        ledger.offer(offer);
        return offer;
    }

    public Optional<PasskeyOffer> offered(UUID offer, Person person) {
        return ledger.offered(offer, person.id(), now().minus(settings.stepUpWithin()));
    }

    /** Enrols what was made for an offer; it counts from now on. */
    @Transactional
    public Passkey enrol(UUID offer, Person person, Attestation attestation) {
        PasskeyRules.toHave(roles.of(person)).demand();
        Passkey passkey = house.read(offered(offer, person).orElseThrow(PasskeyRules::noOffer), attestation, now());
        if (!ledger.enrol(passkey)) {
            throw PasskeyRules.noOffer();
        }
        String keyHash = Sha256.hex(passkey.publicKey().bytes());
        events.publishEvent(new PasskeyEvent.Enrolled(person.id(), passkey.id(), passkey.label(), keyHash));
        return passkey;
    }

    /** Takes a passkey away at once; it or another of theirs signs that. */
    @Transactional
    public void remove(UUID id, Person person) {
        Passkey passkey = inForce(id, person);
        Signature signed = signatures.spend(person.id(), Deed.about("removal of passkey " + id, passkey.label()));
        ledger.remove(passkey, new Leaving(UUID.randomUUID(), signed.at(), signed.at(), true), Optional.of(signed));
        events.publishEvent(new PasskeyEvent.Removed(person.id(), id, passkey.label()));
    }

    /** Takes a passkey away after the waiting time: whoever has the password alone is seen before it counts. */
    @Transactional
    public Leaving reportLost(UUID id, Person person) {
        Passkey passkey = inForce(id, person);
        Instant now = now();
        PasskeyRules.toReportLost(passkey, now).demand();
        stepUps.spendLogIn(person, Deed.about("loss of passkey " + id, passkey.label()));
        var leaving = new Leaving(UUID.randomUUID(), now, now.plus(settings.passkeyLostAfter()), false);
        ledger.remove(passkey, leaving, Optional.empty());
        events.publishEvent(new PasskeyEvent.ReportedLost(person.id(), id, passkey.label(), leaving.endsAt()));
        return leaving;
    }

    /** Stops a removal that waits; it or another passkey of theirs signs that. */
    @Transactional
    public void keep(UUID id, Person person) {
        Passkey passkey = inForce(id, person);
        Leaving leaving = passkey.leaving().orElseThrow(() -> PasskeyRules.stays(passkey));
        Signature signed = signatures.spend(person.id(), Deed.about("passkey " + id + " stays", leaving.id()));
        ledger.stop(leaving, signed);
        events.publishEvent(new PasskeyEvent.Kept(person.id(), id, passkey.label()));
    }

    /** All that somebody ever had, oldest first. */
    public List<Passkey> of(Person person) {
        return rows.of(person.id());
    }

    /** How long a passkey still counts after it was reported lost. */
    public Duration waitingTime() {
        return settings.passkeyLostAfter();
    }

    private Passkey inForce(UUID id, Person person) {
        return rows.inForce(person.id()).stream()
                .filter(passkey -> passkey.id().equals(id))
                .findFirst()
                .orElseThrow(() -> PasskeyRules.unknown(id));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
