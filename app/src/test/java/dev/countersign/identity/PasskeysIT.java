package dev.countersign.identity;

import static dev.countersign.Refuses.refuses;
import static dev.countersign.Refuses.refusesBySql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.journal.Entry;
import dev.countersign.journal.Stories;
import dev.countersign.local.OnRealStack;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One signature of one's own passkey, one decision; and a stolen password takes no passkey away. */
@OnRealStack
class PasskeysIT {

    private static final Deed SIGN_OFF = Deed.about("sign-off of CHG-000001", "APPROVE", "Read it.");

    @LocalServerPort
    int port;

    @Autowired
    BeanFactory beans;

    @Autowired
    Passkeys passkeys;

    @Autowired
    PasskeyRows rows;

    @Autowired
    StepUps stepUps;

    @Autowired
    Signatures signatures;

    @Autowired
    SignatureLedger ledger;

    @Autowired
    Stories stories;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient sql;

    @Autowired
    Clock clock;

    private Person leader;
    private SoftPasskey soft;
    private Passkey passkey;

    @BeforeEach
    void enrol() {
        leader = somebody(Role.VP);
        soft = here();
        passkey = enrolled(leader, soft, "Blue key");
    }

    @Test
    void asksNobodyToSignWhoHasNoPasskey() {
        Person other = somebody(Role.DIRECTOR);
        transactions.executeWithoutResult(_ -> stepUps.spend(other, SIGN_OFF));
        assertThat(rows.of(other.id())).isEmpty();
    }

    /** The log-in is handed to it, and does not help. */
    @Test
    void takesNoLogInInsteadOfASignature() {
        assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> stepUps.spend(leader, SIGN_OFF)))
                .isInstanceOfSatisfying(
                        PasskeyNeeded.class, needed -> assertThat(needed.deed()).isEqualTo(SIGN_OFF));
    }

    @Test
    void isSpentOnceByTransactionsThatRace() throws Exception {
        SignatureRequest request = signatures.ask(leader.id(), SIGN_OFF);
        Assertion assertion = soft.sign(request.challenge());
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Boolean> race = () -> signs(leader, request.id(), assertion, SIGN_OFF);
            var racing = threads.invokeAll(Stream.generate(() -> race).limit(50).toList());
            assertThat(racing).extracting(Future::get).containsOnlyOnce(true);
        }
        assertThat(signatures.on(SIGN_OFF.matter()).get(leader.id()).assertion())
                .isEqualTo(assertion);
    }

    @Test
    void isGivenBackWhenTheDecisionFails() throws Exception {
        SignatureRequest request = signatures.ask(leader.id(), SIGN_OFF);
        Assertion assertion = soft.sign(request.challenge());
        HandedSignatures.with(
                request.id(),
                assertion,
                () -> transactions.execute(transaction -> {
                    signatures.spend(leader.id(), SIGN_OFF);
                    transaction.setRollbackOnly();
                    return true;
                }));
        assertThat(signs(leader, request.id(), assertion, SIGN_OFF)).isTrue();
    }

    @Test
    void isOfNoUseForAnotherPersonWordOrMatter() throws Exception {
        SignatureRequest request = signatures.ask(leader.id(), SIGN_OFF);
        Assertion assertion = soft.sign(request.challenge());
        Person other = somebody(Role.VP);
        enrolled(other, here(), "Other key");
        assertThat(signs(other, request.id(), assertion, SIGN_OFF)).isFalse();
        assertThat(signs(leader, request.id(), assertion, Deed.about(SIGN_OFF.matter(), "APPROVE", "Read it!")))
                .isFalse();
        assertThat(signs(leader, request.id(), assertion, Deed.about(SIGN_OFF.matter(), "REJECT", "Read it.")))
                .isFalse();
        assertThat(signs(leader, request.id(), assertion, Deed.about("sign-off of CHG-000002", "APPROVE", "Read it.")))
                .isFalse();
        assertThat(signs(leader, UUID.randomUUID(), assertion, SIGN_OFF)).isFalse();
    }

    @Test
    void isOfNoUseAfterFiveMinutes() throws Exception {
        SignatureRequest young = asked(Duration.ofMinutes(5).minusSeconds(20));
        SignatureRequest old = asked(Duration.ofMinutes(5));
        assertThat(signs(leader, old.id(), soft.sign(old.challenge()), SIGN_OFF))
                .isFalse();
        assertThat(signs(leader, young.id(), soft.sign(young.challenge()), SIGN_OFF))
                .isTrue();
    }

    @Test
    void refusesACounterThatGoesBackBehindTheLastSignature() throws Exception {
        assertThat(signs(soft.counting(9))).isTrue();
        refuses("identity.passkey-unfit", () -> signs(soft.counting(9)));
        assertThat(signs(soft.counting(10))).isTrue();
    }

    @Test
    void refusesThePasskeyOfAnotherPersonAndOneThatWasRemoved() throws Exception {
        SoftPasskey second = here();
        enrolled(leader, second, "Red key", soft);
        refuses("identity.passkey-unfit", () -> signs(here()));
        Deed removal = Deed.about("removal of passkey " + passkey.id(), "Blue key");
        SignatureRequest request = signatures.ask(leader.id(), removal);
        HandedSignatures.with(request.id(), second.sign(request.challenge()), () -> {
            passkeys.remove(passkey.id(), leader);
            return true;
        });
        refuses("identity.passkey-unfit", () -> signs(soft));
        assertThat(signs(second)).isTrue();
        Entry entry = stories.of("passkeys/" + leader.id()).entries().getLast();
        assertThat(entry.kind()).isEqualTo("identity.passkey-removed");
        assertThat(entry.signature().orElseThrow().passkey()).isEqualTo("Red key");
        assertThat(stories.of("passkeys/" + leader.id()).proof().holds()).isTrue();
    }

    @Test
    void enrolsAnotherOneOnlyByASignature() {
        assertThatThrownBy(() -> passkeys.offer(leader, "Thief's key")).isInstanceOf(PasskeyNeeded.class);
    }

    @Test
    void takesALostOneAwayAfterADayUnlessItSignsThatItStays() throws Exception {
        Instant ends = passkeys.reportLost(passkey.id(), leader).endsAt();
        assertThat(Duration.between(clock.instant(), ends)).isBetween(Duration.ofHours(23), Duration.ofHours(24));
        refuses("identity.passkey-leaving", () -> passkeys.reportLost(passkey.id(), leader));
        assertThat(at(ends.minusSeconds(1))).isTrue();
        assertThat(at(ends)).isFalse();

        UUID removal = rows.of(leader.id()).getFirst().leaving().orElseThrow().id();
        SignatureRequest request =
                signatures.ask(leader.id(), Deed.about("passkey " + passkey.id() + " stays", removal));
        HandedSignatures.with(request.id(), soft.sign(request.challenge()), () -> {
            passkeys.keep(passkey.id(), leader);
            return true;
        });
        assertThat(at(ends)).isTrue();
        refuses("identity.passkey-stays", () -> passkeys.keep(passkey.id(), leader));
    }

    @Test
    void isForLeadersOnlyAndForOneOffer() {
        refuses("identity.no-leader", () -> passkeys.offer(somebody(Role.REVIEWER), "A key"));
        refuses("identity.label-missing", () -> passkeys.offer(somebody(Role.VP), " "));
        Person other = somebody(Role.VP);
        PasskeyOffer offer = passkeys.offer(other, "A key");
        Attestation made = here().create(offer.challenge());
        refuses("identity.no-offer", () -> passkeys.enrol(offer.id(), leader, made));
        passkeys.enrol(offer.id(), other, made);
        refuses("identity.no-offer", () -> passkeys.enrol(offer.id(), other, here().create(offer.challenge())));
    }

    @Test
    void isHistoryThatNobodyEditsAndNoStatementCanBeSlippedIn() throws Exception {
        assertThat(signs(soft)).isTrue();
        refusesBySql("UPDATE identity.passkey SET public_key = ''", "permission denied");
        refusesBySql("DELETE FROM identity.signature", "permission denied");
        refusesBySql("DELETE FROM identity.passkey_removal_stop", "permission denied");
        refusesBySql(
                "INSERT INTO identity.passkey_removal (id, passkey, person, asked_at, ends_at) VALUES ('%s', '%s', '%s', now(), now())"
                        .formatted(UUID.randomUUID(), passkey.id(), leader.id()),
                "passkey_removal_check");
        SignatureRequest request = signatures.ask(leader.id(), SIGN_OFF);
        refusesBySql("""
                INSERT INTO identity.signature (id, person, matter, challenge, passkey, statement, client_data,
                                                authenticator_data, signature, sign_count, at)
                SELECT id, person, matter, challenge, '%s', '{}', '', '', '', 0, now()
                FROM identity.signature_request WHERE id = '%s'
                """.formatted(passkey.id(), request.id()), "signature_check");
    }

    private boolean at(Instant moment) {
        return !new PasskeyRows(sql, Clock.fixed(moment, clock.getZone()))
                .inForce(leader.id())
                .isEmpty();
    }

    private boolean signs(SoftPasskey by) throws Exception {
        SignatureRequest request = signatures.ask(leader.id(), SIGN_OFF);
        return signs(leader, request.id(), by.sign(request.challenge()), SIGN_OFF);
    }

    /** False when the house asks for a signature instead of taking this one. */
    private boolean signs(Person person, UUID request, Assertion assertion, Deed deed) throws Exception {
        return HandedSignatures.with(request, assertion, () -> {
            try {
                transactions.executeWithoutResult(_ -> stepUps.spend(person, deed));
                return true;
            } catch (PasskeyNeeded asked) {
                return false;
            }
        });
    }

    private SignatureRequest asked(Duration ago) {
        Instant then = clock.instant().minus(ago).truncatedTo(ChronoUnit.MICROS);
        var statement = new Statement(leader.id(), SIGN_OFF, Base64Url.of(new byte[32]), then);
        var request = new SignatureRequest(
                UUID.randomUUID(), leader.id(), SIGN_OFF.matter(), statement.nonce(), statement.challenge(), then);
        ledger.ask(request);
        return request;
    }

    private Passkey enrolled(Person owner, SoftPasskey made, String label) {
        PasskeyOffer offer = passkeys.offer(owner, label);
        return passkeys.enrol(offer.id(), owner, made.create(offer.challenge()));
    }

    private Passkey enrolled(Person owner, SoftPasskey made, String label, SoftPasskey signer) throws Exception {
        SignatureRequest request = signatures.ask(owner.id(), Deed.about("new passkey of " + owner.id(), label));
        PasskeyOffer offer = HandedSignatures.with(
                request.id(), signer.sign(request.challenge()), () -> passkeys.offer(owner, label));
        return passkeys.enrol(offer.id(), owner, made.create(offer.challenge()));
    }

    private SoftPasskey here() {
        return SoftPasskey.es256().at("http://localhost:" + port).forHouse("localhost");
    }

    private Person somebody(Role role) {
        Person person = SignIn.person("leader-" + UUID.randomUUID().toString().substring(0, 8), role);
        Known.make(beans, person);
        return person;
    }
}
